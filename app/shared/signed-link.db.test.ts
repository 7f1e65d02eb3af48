import { expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { readSignedLink, signLink } from './signed-link.server.ts'

const { db } = await useTestDatabase()

it('reads back what it signed, for the same purpose only, and nothing that was changed', async () => {
  const token = await signLink(db, 'alerts', 'person all')
  expect(await readSignedLink(db, 'alerts', token)).toBe('person all')
  expect(await readSignedLink(db, 'other', token)).toBeUndefined()
  const [, seal] = token.split('.')
  for (const forged of ['', '.', 'x', `${Buffer.from('somebody all').toString('base64url')}.${seal}`, `${token}A`, token.slice(0, -2)])
    expect(await readSignedLink(db, 'alerts', forged)).toBeUndefined()
})

it('keeps its key when several ask for the first time at once', async () => {
  await db.deleteFrom('setting').where('key', '=', 'link-signing-key').execute()
  const tokens = await Promise.all(Array.from({ length: 5 }, () => signLink(db, 'alerts', 'same')))
  expect(new Set(tokens).size).toBe(1)
})
