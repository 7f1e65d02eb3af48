import { describe, expect, it } from 'vitest'
import { codeFrom, codeOf } from './proposal.ts'
import { fieldsOfStep, missingIn, parseFields, proposalFields, readStep, requiredFields, stepWith } from './proposal.schema.ts'

describe('a code', () => {
  const code = codeFrom(Uint8Array.from({ length: 16 }, (_, n) => n * 17))
  it('has sixteen letters without look-alikes, in groups', () => {
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  })
  it('is known however it was copied', () => {
    expect(codeOf(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  })
  it.each(['', 'ABCD', 'ABCD-EFGH-IJKL-MN01', `${'A'.repeat(17)}`])('%s is none', (typed) => {
    expect(codeOf(typed)).toBeUndefined()
  })
})

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

describe('a step', () => {
  it('is read on its own: half of it is kept', () => {
    expect(readStep(form({ title: ' Casa ', email: 'x' }), 1)).toEqual({ ok: true, fields: { title: 'Casa', summary: '' } })
  })
  it.each([
    [1, { title: 'x'.repeat(141) }, { title: 'tooLong' }],
    [2, { period_start: 'ieri' }, { period_start: 'date' }],
    [4, { source_url: 'javascript:alert(1)', email: 'no' }, { source_url: 'url', email: 'email' }],
  ] as const)('%i says what is wrong, and keeps what was typed', (step, typed, problems) => {
    expect(readStep(form(typed), step)).toMatchObject({ ok: false, problems, typed })
  })
})

describe('the six fields to start (product.md E1)', () => {
  const empty = parseFields({})
  it('are missing at first, each in its step; people with an account need no address', () => {
    expect(missingIn(empty, { signedIn: false })).toEqual([...requiredFields])
    expect(missingIn(empty, { signedIn: true })).not.toContain('email')
    expect(missingIn(empty, { step: 3, signedIn: false })).toEqual(['how'])
    expect(stepWith(['email'])).toBe(4)
  })
  it('belong to a step, like every other field, once', () => {
    const all = Object.values(fieldsOfStep).flat()
    expect(all.toSorted()).toEqual(Object.keys(proposalFields.shape).toSorted())
  })
})

it('what is stored and no longer fits is empty, never an error', () => {
  expect(parseFields({ title: 7 }).title).toBe('')
  expect(parseFields(null).how).toBe('')
})
