import { expect, type Page } from '@playwright/test'

/** How many changes that the server has not acknowledged this browser keeps. */
export const unsavedHere = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('casa-comune')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('unsaved').objectStore('unsaved').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

/**
 * Waits until the line says that words are only on this device and every letter of `word` is in its store, one change
 * each: the tab may go. They reach it some milliseconds after the screen, less than "leave this page?" takes a person.
 */
export async function keptOnDevice(page: Page, word: string): Promise<void> {
  await expect(page.locator('[data-save]')).toContainText('solo su questo dispositivo')
  await expect.poll(() => unsavedHere(page)).toBeGreaterThanOrEqual(word.length)
}
