import { describe, expect, it } from 'vitest'
import { readSearchParams, searchQueryString, withoutValue } from './search-params.ts'

const read = (address: string) => readSearchParams(new URLSearchParams(address))

describe('The address of a result page', () => {
  it('says everything about the result and reads back to itself', () => {
    const params = read('q=affitto&theme=theme:housing&theme=theme:work&territory=provincia:048&sort=newest&page=3')
    expect(params).toEqual({
      q: 'affitto',
      filters: { theme: ['theme:housing', 'theme:work'], territory: ['provincia:048'] },
      sort: 'newest',
      page: 3,
      perPage: 20,
    })
    expect(read(searchQueryString(params).slice(1))).toEqual(params)
  })

  it('says which municipality the results should be like', () => {
    expect(read('like=comune:048017&q=casa').like).toBe('comune:048017')
    expect(searchQueryString(read('q=casa&like=comune:048017'))).toBe('?q=casa&like=comune%3A048017')
    expect(read("like='; drop table")).not.toHaveProperty('like')
  })

  it('takes values parted by commas too', () => {
    expect(read('type=practice,pact&type=event').filters.type).toEqual(['practice', 'pact', 'event'])
  })

  it.each([
    'page=-3&per_page=0&sort=cheapest',
    'page=1e9&per_page=101',
    'page=abc&per_page=NaN&sort=',
    "type=' or 1=1&theme=<b>&lang=",
    'page=999999999999999999999',
  ])('falls back to the defaults when it is impossible: %s', (address) => {
    expect(read(address)).toEqual({ q: '', filters: {}, sort: 'relevance', page: 1, perPage: 20 })
  })

  it('keeps a pasted page of text short and free of control characters', () => {
    const { q } = read(`q=${encodeURIComponent(`casa\u0000${'x'.repeat(10_000)}`)}`)
    expect(q.length).toBeLessThanOrEqual(400)
    expect(q).not.toContain('\u0000')
  })

  it('loses one value and goes back to the first page when a chip is taken away', () => {
    const params = read('q=casa&type=pact&type=event&page=4')
    expect(searchQueryString(withoutValue(params, 'type', 'pact'))).toBe('?q=casa&type=event')
    expect(searchQueryString(withoutValue(read('type=pact'), 'type', 'pact'))).toBe('')
  })
})
