import { expect, it } from 'vitest'
import { translator } from '#app/shared/messages/translate.ts'
import type { Role } from '#app/shared/actor.ts'
import { commandsFor } from './commands.ts'
import { matching } from './matching.ts'

const t = translator('it')
const commands = (role: Role) => commandsFor(t, (path) => `/it${path}`, { role, menu: [{ path: '/manuale', label: 'manual' }] })

it('offers what a role may do, and nothing it may not', () => {
  const urls = (role: Role) => commands(role).map(({ url }) => url)
  expect(urls('member')).toContain('/it/buone-pratiche/proponi')
  for (const url of ['/it/scrivania/manuale/nuovo', '/it/scrivania/ricerche-senza-risultati', '/it/scrivania/amministrazione'])
    expect(urls('member')).not.toContain(url)
  expect(urls('facilitator')).toContain('/it/scrivania/manuale/nuovo')
  expect(urls('editor')).toContain('/it/scrivania/ricerche-senza-risultati')
  expect(urls('admin')).toContain('/it/scrivania/amministrazione')
})

it('finds by the beginning of any word, without accents, in any order', () => {
  const found = (typed: string) => matching(commands('member'), typed).map(({ label }) => label)
  expect(found('man pag')).toEqual(['Manuale'])
  expect(found('RICERCHÈ')).toEqual(['Ricerche salvate'])
  expect(found('salvate ric')).toEqual(['Ricerche salvate'])
  expect(found('anuale')).toEqual([])
  expect(found('  ')).toHaveLength(commands('member').length)
})
