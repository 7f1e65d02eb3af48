import { expect, test } from 'vitest'
import { menuOf } from './menu.server.ts'

test('An empty house has an empty menu', () => {
  expect(menuOf(new Set())).toEqual([])
})

test('An entry appears once its page has content, a group with its first entry', () => {
  expect(menuOf(new Set(['practice', 'memorandum']))).toEqual([
    { path: '/buone-pratiche', label: 'practices' },
    { label: 'tools', entries: [{ path: '/patti', label: 'pacts' }] },
    { label: 'territories', entries: [{ path: '/mappa', label: 'map' }] },
  ])
})
