import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isTooHeavy } from './weigh-update.ts'

/** The same bytes again and again. */
const repeated = (bytes: number[], count: number): Uint8Array => Uint8Array.from(Buffer.alloc(bytes.length * count, Buffer.from(bytes)))

/** An update of many equal structs of one client, written by hand. */
function manyStructs(count: number, bytes: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, count, 5, 0]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8Array(encoder, repeated(bytes, count))
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

test('millions of the smallest pieces are too heavy, and found out in a moment', () => {
  const collected = manyStructs(4_000_000, [0, 1])
  const letters = manyStructs(1_000_000, [4, 1, 0, 1, 97])
  const start = performance.now()
  expect(isTooHeavy(collected)).toBe(true)
  expect(isTooHeavy(letters)).toBe(true)
  expect(performance.now() - start).toBeLessThan(500)
})

test('millions of deleted ranges are too heavy', () => {
  const encoder = encoding.createEncoder()
  for (const number of [0, 1, 5, 1_000_000]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8Array(encoder, repeated([1, 1], 1_000_000))
  expect(isTooHeavy(encoding.toUint8Array(encoder))).toBe(true)
})

test('a long text with everything a text may hold is read to its end and let through', () => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('default')
  for (let index = 0; index < 1_500; index++) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('lang', 'it')
    const text = new Y.XmlText(`Paragrafo ${index} con parole, à è ì.`)
    paragraph.insert(0, [text])
    fragment.push([paragraph])
    text.format(0, 4, { bold: true })
    if (index % 7 === 0) text.delete(2, 3)
    if (index % 11 === 0) fragment.delete(index >> 1, 1)
    if (index % 13 === 0) doc.getMap('m').set(`k${index}`, [1, 'a', null, { b: true }])
    if (index % 17 === 0) text.insertEmbed(0, { src: 'x' })
  }
  const state = Y.encodeStateAsUpdate(doc)
  expect(state.byteLength).toBeGreaterThan(64 * 1024)
  expect(isTooHeavy(state)).toBe(false)
})

test('bytes that end early are no update', () => {
  const letters = manyStructs(20_000, [4, 1, 0, 1, 97])
  expect(() => isTooHeavy(letters.subarray(0, letters.length - 3))).toThrow(/./)
})
