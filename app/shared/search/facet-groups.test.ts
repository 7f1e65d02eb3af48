import { describe, expect, it } from 'vitest'
import { chosenValues, facetGroups } from './facet-groups.ts'

const none = new Map<string, { label: string; level?: string }>()
const withLabels = {
  type: none,
  kind: none,
  target: none,
  lang: none,
  status: none,
  theme: new Map([
    ['housing', { label: 'Abitare' }],
    ['work', { label: 'Lavoro' }],
    ['old', { label: 'Vecchio' }],
  ]),
  territory: new Map([
    ['regione:toscana', { label: 'Toscana', level: 'region' }],
    ['provincia:048', { label: 'Firenze', level: 'province' }],
    ['comune:1', { label: 'Empoli', level: 'municipality' }],
  ]),
  period: new Map([
    ['2015-2019', { label: '2015–2019' }],
    ['2020-2024', { label: '2020–2024' }],
  ]),
}

describe('Facets as shown', () => {
  it('keep a chosen value with nothing left under it, so that it can be taken away', () => {
    const groups = facetGroups(['theme'], { theme: [{ value: 'work', count: 2 }] }, { theme: ['old'] }, withLabels)
    expect(groups[0]?.parts[0]?.options).toEqual([
      { value: 'work', label: 'Lavoro', count: 2, chosen: false },
      { value: 'old', label: 'Vecchio', count: 0, chosen: true },
    ])
    expect(chosenValues(groups)).toEqual([{ name: 'theme', value: 'old', label: 'Vecchio' }])
  })

  it('show territories by level, from wide to narrow', () => {
    const counts = [
      { value: 'comune:1', count: 1 },
      { value: 'provincia:048', count: 1 },
      { value: 'regione:toscana', count: 3 },
    ]
    const [territory] = facetGroups(['territory'], { territory: counts }, {}, withLabels)
    expect(territory?.parts.map((part) => part.level)).toEqual(['region', 'province', 'municipality'])
  })

  it('show the newest period first, and nothing without a name or with one value only', () => {
    const periods = [
      { value: '2015-2019', count: 9 },
      { value: '2020-2024', count: 1 },
    ]
    const [period] = facetGroups(['period'], { period: periods }, {}, withLabels)
    expect(period?.parts[0]?.options.map((option) => option.value)).toEqual(['2020-2024', '2015-2019'])
    expect(
      facetGroups(
        ['theme'],
        {
          theme: [
            { value: 'unnamed', count: 5 },
            { value: 'work', count: 1 },
          ],
        },
        {},
        withLabels,
      ),
    ).toEqual([])
  })
})
