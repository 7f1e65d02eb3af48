import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import routes from './routes.ts'
import { menuOf } from '#app/shared/menu.server.ts'
import { deskPlaces } from '#app/shared/ui/desk-places.ts'

type Route = { path?: string; children?: Route[] }

/** Every address of app/routes.ts below /:lang, as written there. */
const addressesOf = (list: Route[], above = ''): string[] =>
  list.flatMap((route) => {
    const here = route.path ? `${above}/${route.path}` : above
    return [here, ...addressesOf(route.children ?? [], here)]
  })
const addresses = new Set(addressesOf(routes as Route[]).map((address) => address.replace(/^\/:lang/, '')))

test('Every entry of the menu has a route', () => {
  const everything = new Set(['practice', 'chapter', 'programme', 'pact', 'glossary', 'project', 'organisation', 'process'])
  const entries = menuOf(everything).flatMap((entry) => ('path' in entry ? [entry] : entry.entries))
  expect(entries).toHaveLength(9)
  for (const { path: address } of entries) expect(addresses).toContain(address)
})

test('Every place of the desk has a route', () => {
  for (const { path: address } of deskPlaces) expect(addresses).toContain(address)
})

test.each(['site-header.tsx', 'site-footer.tsx'])('Every link in %s has a route', (file) => {
  const source = readFileSync(path.join(import.meta.dirname, 'shared/ui', file), 'utf8')
  const linked = [...source.matchAll(/(?:href\(|\[)'(\/[a-z-]+)'/g)].map(([, address]) => address)
  expect(linked.length).toBeGreaterThan(0)
  for (const address of linked) expect(addresses).toContain(address)
})
