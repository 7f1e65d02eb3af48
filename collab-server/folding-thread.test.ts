import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fold, says } from '#app/documents/log/fold.server.ts'
import { FoldingThread } from './folding-thread.ts'

const thread = new FoldingThread()
afterEach(() => thread.close())

function states(characters: number) {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  doc.getXmlFragment('default').insert(0, [text])
  for (let index = 0; index < characters; index++) text.insert(Math.floor(text.length / 2), String.fromCharCode(97 + (index % 26)))
  return updates.map((bytes) => ({ bytes, isSecondFormat: false }))
}

test('another thread folds as this one does, and this one goes on meanwhile', async () => {
  const given = states(3_000)
  const here = fold(given)
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const there = await thread.fold(given)
  clearInterval(timer)
  expect(Buffer.from(there.state).equals(here.state)).toBe(true)
  expect(there.shrunk).toBe(false)
  expect(turns).toBeGreaterThan(0)
  expect(await thread.says(there.state, there.vector)).toBe(true)
  expect(says(there.state, fold(states(3)).vector)).toBe(false)
})

test('what cannot be folded fails, and the thread folds on', async () => {
  await expect(Promise.resolve(thread.fold([{ bytes: Uint8Array.of(9, 9, 9), isSecondFormat: false }]))).rejects.toThrow(/./)
  expect((await thread.fold(states(3))).shrunk).toBe(false)
})
