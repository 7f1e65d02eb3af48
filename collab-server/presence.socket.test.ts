import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { liveClient, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const server = await serveCollab({ databaseUrl })
const cleanUp: (() => unknown)[] = []
afterEach(() => cleanUp.splice(0).forEach((step) => step()))
afterAll(server.close)

async function aText() {
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it' })
  const join = async (given: { personId?: string } = {}) => {
    const client = liveClient({ url: server.url, name: `${documentId}.it`, personId: given.personId ?? (await aPerson(db)).id })
    cleanUp.push(client.destroy)
    return client
  }
  return { join }
}

test('name and colour are the session’s, and nobody speaks for others', async () => {
  const { join } = await aText()
  const person = await aPerson(db, { name: 'Anna Vera' })
  const [anna, mallory, bruno] = [await join({ personId: person.id }), await join(), await join()]
  await Promise.all([anna.synced(), mallory.synced(), bruno.synced()])
  anna.provider.setAwarenessField('user', { name: 'Sindaco', color: 'red' })
  const seen = () =>
    bruno.provider.awareness!.getStates().get(anna.doc.clientID) as { user?: { name: string; color: string; id: string } } | undefined
  await until(() => seen()?.user !== undefined, 'Anna is seen')
  expect(seen()!.user).toMatchObject({ name: 'Anna Vera', id: person.id, color: expect.stringMatching(/^#[0-9a-f]{6}$/) as string })
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, `${mallory.provider.configuration.name}`)
  encoding.writeVarUint(encoder, 1)
  const states = encoding.createEncoder()
  encoding.writeVarUint(states, 1)
  encoding.writeVarUint(states, anna.doc.clientID)
  encoding.writeVarUint(states, 99)
  encoding.writeVarString(states, 'null')
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states))
  mallory.provider.configuration.websocketProvider.send(encoding.toUint8Array(encoder))
  mallory.provider.setAwarenessField('cursor', { anchor: 'x'.repeat(5_000) })
  mallory.provider.setAwarenessField('typing', true)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(seen()!.user!.name).toBe('Anna Vera')
  expect(bruno.provider.awareness!.getStates().has(mallory.doc.clientID)).toBe(false)
})

test('presence leaves with its person', async () => {
  const { join } = await aText()
  const [anna, bruno] = [await join(), await join()]
  await Promise.all([anna.synced(), bruno.synced()])
  anna.provider.setAwarenessField('typing', true)
  await until(() => bruno.provider.awareness!.getStates().has(anna.doc.clientID), 'Anna is seen')
  anna.destroy()
  await until(() => !bruno.provider.awareness!.getStates().has(anna.doc.clientID), 'Anna is gone')
})
