import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { parseQuery } from './parse-query.ts'
import { resolveQuery, type Vocabulary } from './vocabulary.ts'

const printed = [
  { word: 'affitto', token: 'affitt', documents: 20 },
  { word: 'affetto', token: 'affett', documents: 1 },
  { word: 'pisa', token: 'pis0', documents: 5 },
  { word: 'coabitazione', token: 'coabitazion', documents: 4 },
  { word: 'livorno', token: 'livorn', documents: 3 },
  { word: 'valutazione', token: 'valutazion', documents: 3 },
]
const vocabulary: Vocabulary = {
  counts: (tokens) =>
    Promise.resolve(new Map(printed.filter((each) => tokens.includes(each.token)).map((each) => [each.token, each.documents]))),
  candidates: () => Promise.resolve(printed),
  endings: () => Promise.resolve([]),
  size: () => Promise.resolve(100),
  places: (tokens) => Promise.resolve(new Set(tokens.filter((token) => token === 'livorn'))),
}
const resolved = async (text: string) => resolveQuery(parseQuery(text), vocabulary)

describe('An unknown word', () => {
  it.each([
    ['affito', 'affitto'],
    ['afitto', 'affitto'],
    ['affittp', 'affitto'],
    ['coabitasione', 'coabitazione'],
    ['coabit', 'coabitazione'],
  ])('%s becomes %s', async (typed, meant) => {
    expect((await resolved(typed)).suggestion).toBe(meant)
  })

  it.each([
    ['affitto coabit azione', 'coabitazion'],
    ['affittopisa', 'affitt pis0'],
    ['Affittopisa coabitazione', 'affitt pis0 coabitazion'],
  ])('%s is joined or parted to %s', async (typed, tokens) => {
    const found = (await resolved(typed)).words.map((word) => word.token).join(' ')
    expect(found).toContain(tokens)
  })

  it.each(['affetto', 'pisa', 'pixa0', '2021', 'xyz', 'qwertyuiop'])('%s stays as it is', async (typed) => {
    expect((await resolved(typed)).suggestion).toBeNull()
  })
})

describe('A word nobody printed in this form', () => {
  it.each([
    ['valutare', 'valutazion'],
    ['livornesi', 'livorn'],
  ])('%s asks for %s without a correction', async (typed, token) => {
    const { words, suggestion } = await resolved(typed)
    expect([words.map((word) => word.token), suggestion]).toEqual([[token], null])
  })
})

describe('Edit distance', () => {
  it.each([
    ['casa', 'casa', 0],
    ['casa', 'cas', 1],
    ['casa', 'csaa', 1],
    ['casa', 'coso', 2],
    ['casa', 'automobile', 3],
  ])('from %s to %s is %i', (one, other, edits) => {
    expect(editDistance(one, other, 2)).toBe(edits)
  })
})
