import { expect, test } from 'vitest'
import { readErasureForm } from './erasure-form.server.ts'

const text = '019346c0-0000-7000-8000-000000000000.it'
const other = '019346c0-0000-7000-8000-000000000000.en'
const ref = (lang: string) => ({ documentId: '019346c0-0000-7000-8000-000000000000', lang })

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const erase = { intent: 'erase', passages: 'Mario Rossi\n\n via Roma 3 ', reason: 'person-asks', sure: 'yes' }

test('a search needs phrases long enough not to stand in other words', () => {
  expect(readErasureForm(form({ intent: 'find', passages: ' Mario Rossi \r\n\r\nLucca' }))).toEqual({
    intent: 'find',
    passages: ['Mario Rossi', 'Lucca'],
  })
  expect(readErasureForm(form({ intent: 'find', passages: 'Mario\nin' }))).toEqual({ intent: 'again', problems: { passages: 'too-short' } })
  expect(readErasureForm(form({ intent: 'find', passages: '  ' }))).toEqual({ intent: 'again', problems: { passages: 'missing' } })
})

test('chosen texts lose the phrases, a translation the ones written for it', () => {
  expect(readErasureForm(form({ ...erase, text, [`in.${other}`]: 'Mr Rossi' }))).toEqual({
    intent: 'erase',
    reason: 'person-asks',
    targets: [
      { ...ref('it'), what: ['Mario Rossi', 'via Roma 3'] },
      { ...ref('en'), what: ['Mr Rossi'] },
    ],
    files: [],
  })
  const file = '019346c0-0000-7000-8000-00000000000f'
  expect(readErasureForm(form({ ...erase, file }))).toMatchObject({ intent: 'erase', targets: [], files: [file] })
})

test('without a text, a reason or the confirmation nothing is erased', () => {
  const problems = (fields: Record<string, string>) => {
    const read = readErasureForm(form(fields))
    return read.intent === 'again' ? read.problems : undefined
  }
  expect(problems({ ...erase, [`in.${other}`]: '' })).toEqual({ text: 'none' })
  expect(problems({ ...erase, text, reason: '' })).toEqual({ reason: 'missing' })
  expect(problems({ ...erase, text, sure: '' })).toEqual({ sure: 'missing' })
  expect(problems({ ...erase, text, [`in.${other}`]: 'Mr' })).toEqual({ [`in.${other}`]: 'too-short' })
})
