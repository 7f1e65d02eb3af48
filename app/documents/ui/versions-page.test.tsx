import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { setMessages } from '#app/shared/messages/loaded.ts'
import italian from '#app/shared/messages/generated/it.js'
import { I18nProvider } from '#app/shared/ui/i18n.tsx'
import { VersionsPage, type VersionsProps } from './versions-page.tsx'

setMessages('it', italian)

const id = '0190d3a5-7c1e-7000-8000-000000000001'
const version = {
  id,
  name: null,
  reason: 'time' as const,
  createdAt: '2026-11-20T12:30:00Z',
  contributors: ['Lucia Bini'],
  characters: 120,
}
const html = (props: Partial<VersionsProps> = {}) =>
  renderToStaticMarkup(
    <I18nProvider lang="it">
      <VersionsPage
        path="/it/scrivania/testi/x.it/versioni"
        editorUrl="/it/scrivania/testi/x.it"
        textLang="it"
        versions={[version]}
        days={[{ day: '2026-11-20', versions: 1 }]}
        day="2026-11-20"
        named={false}
        compared={undefined}
        done={undefined}
        {...props}
      />
    </I18nProvider>,
  )

test('a version is listed with its time in Rome, its people and a link to what changed since', () => {
  const page = html()
  expect(page).toContain(`href="/it/scrivania/testi/x.it/versioni?giorno=2026-11-20&amp;versione=${id}"`)
  expect(page).toContain('20 novembre 2026 alle ore 13:30')
  expect(page).toContain('Con il lavoro di Lucia Bini')
})

test('an opened version shows the words that changed and restores with one button, without JavaScript', () => {
  const blocks = [{ op: 'changed' as const, kind: 'paragraph', parts: [{ op: 'removed' as const, text: 'vecchie parole' }] }]
  const page = html({ compared: { id, createdAt: version.createdAt, name: 'Inviata al tavolo', blocks } })
  expect(page).toMatch(/<del>.*vecchie parole<\/del>/)
  expect(page).toMatch(
    new RegExp(
      `<form method="post"><input type="hidden" name="version" value="${id}"/><button type="submit" name="intent" value="restore"`,
    ),
  )
  expect(page).toContain('value="Inviata al tavolo"')
})

test('a heading in the comparison is one, below the headings of the page', () => {
  const parts = [{ op: 'added' as const, text: 'Le garanzie' }]
  const blocks = [{ op: 'added' as const, kind: 'heading', level: 2, parts }]
  const page = html({ compared: { id, createdAt: version.createdAt, name: null, blocks } })
  expect(page).toMatch(/<h4 class="diff-block diff-added"[^>]*><ins>.*Le garanzie<\/ins><\/h4>/)
})

test('every version is two clicks away: its day, and the button in its row', () => {
  const page = html({ days: ['2026-11-20', '2026-09-02'].map((day) => ({ day, versions: 12 })) })
  expect(page).toContain('href="/it/scrivania/testi/x.it/versioni?giorno=2026-09-02"')
  expect(page).toContain('2 settembre')
  expect(page).toContain('Versioni di venerdì 20 novembre 2026')
  expect(page).toMatch(/value="restore"[^>]*>Ripristina<span class="visually-hidden"> 20 novembre 2026/)
})

test('where there is no version yet the page says when the first one comes', () => {
  expect(html({ versions: [], days: [], day: undefined })).toContain('entro dieci minuti')
})
