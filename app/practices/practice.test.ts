import { describe, expect, it } from 'vitest'
import { folderOf, isPublicState, movesFrom, next, practiceMoves, practiceStates, yearsOf } from './practice.ts'
import { freeSlug } from '#app/shared/slug.ts'
import { slugFrom } from './practice-slug.ts'

describe('the workflow', () => {
  it('leads from draft to published, with changes in between', () => {
    expect(next('draft', 'submit')).toBe('submitted')
    expect(next('submitted', 'request-changes')).toBe('changes-requested')
    expect(next('changes-requested', 'submit')).toBe('submitted')
    expect(next('submitted', 'accept')).toBe('accepted')
    expect(next('accepted', 'publish')).toBe('published')
    expect(next('published', 'ask-reconfirm')).toBe('to-reconfirm')
    expect(next('to-reconfirm', 'reconfirm')).toBe('published')
  })

  it('allows in each state exactly these moves', () => {
    expect(Object.fromEntries(practiceStates.map((state) => [state, movesFrom(state)]))).toEqual({
      draft: ['submit', 'publish', 'archive'],
      submitted: ['request-changes', 'accept', 'publish', 'archive'],
      'changes-requested': ['submit', 'archive'],
      accepted: ['request-changes', 'publish', 'archive'],
      published: ['publish', 'ask-reconfirm', 'unpublish', 'archive'],
      'to-reconfirm': ['publish', 'reconfirm', 'unpublish', 'archive'],
      archived: ['restore'],
    })
  })

  it('has a way out of every state, and every move leads to a state', () => {
    for (const state of practiceStates) expect(movesFrom(state).length).toBeGreaterThan(0)
    for (const move of practiceMoves) expect(practiceStates.some((state) => next(state, move))).toBe(true)
  })

  it('is public in two states only', () => {
    expect(practiceStates.filter(isPublicState)).toEqual(['published', 'to-reconfirm'])
  })
})

describe('addresses', () => {
  it('come from the Italian title', () => {
    expect(slugFrom('Condominio solidale "A casa di Cosetta"')).toBe('condominio-solidale-a-casa-di-cosetta')
    expect(slugFrom('Comunità dell’abitare – Città')).toBe('comunita-dell-abitare-citta')
  })

  it('never are a word the site uses itself, nor empty', () => {
    for (const title of ['Proponi', 'MAPPA', 'edizioni', 'csv', '???']) expect(slugFrom(title)).toMatch(/^scheda/)
  })

  it('get a number when somebody ever used them', () => {
    expect(freeSlug('helios', new Set(['helios', 'helios-2']))).toBe('helios-3')
    expect(freeSlug('helios', new Set(['helios-2']))).toBe('helios')
  })

  it('keep pacts and projects out of the good practices', () => {
    expect([folderOf('practice'), folderOf('memorandum'), folderOf('pact'), folderOf('project'), folderOf('event')]).toEqual([
      '/buone-pratiche',
      '/patti',
      '/patti',
      '/progetti',
      '/progetti',
    ])
  })
})

it('writes periods as years', () => {
  expect(yearsOf({ period_start: '2021', period_end: '2023' })).toBe('2021–2023')
  expect(yearsOf({ period_start: '2021-03-01', period_end: '2021-09' })).toBe('2021')
  expect(yearsOf({ period_start: null, period_end: null })).toBe('')
})
