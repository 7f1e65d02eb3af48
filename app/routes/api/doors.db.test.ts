import type { LoaderFunctionArgs } from '@remix-run/node'
import Ajv2020 from 'ajv/dist/2020.js'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openapi } from '#app/discovery/openapi.ts'
import { visitor, type Actor } from '#app/shared/actor.ts'
import { newId } from '#db/new-id.ts'
import { aDocument, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { loader as chapter } from './chapter.ts'
import { loader as documents } from './documents.ts'
import { loader as practices } from './practices.ts'
import { loader as programme } from './programme.ts'
import { loader as practice } from './practice.ts'

const { db } = await useTestDatabase()
const origin = 'http://localhost:3000'

/** What a door answers to this actor's GET, in English. */
async function get(door: (args: LoaderFunctionArgs) => Promise<Response>, address: string, actor: Actor = visitor) {
  const request = new Request(`${origin}/api/v1/${address}`, { headers: { 'Accept-Language': 'en', Cookie: 'cc_lang=ar' } })
  const context = { db, actor, origin } as unknown as LoaderFunctionArgs['context']
  const response = await door({ request, context, params: { slug: 'nowhere' } })
  return { status: response.status, body: (await response.json()) as unknown }
}

it('lists every document a person may edit, however many, at addresses one can open', async () => {
  const admin = await aPerson(db, { role: 'admin' })
  for (let number = 1; number <= 101; number++) {
    const { id } = await aDocument(db, { kind: 'chapter' })
    await db
      .insertInto('chapter')
      .values({ id: newId(), slug: `capitolo-${number}`, number: 1000 + number, title_it: `Capitolo ${number}`, document_id: id })
      .execute()
  }
  const { status, body } = await get(documents, 'documents?editable=1', admin)
  expect(status).toBe(200)
  const validate = new Ajv2020({ strict: false, formats: { uri: (text: string) => URL.canParse(text), 'date-time': true, date: true } })
    .addSchema(openapi(origin), 'api')
    .compile({ $ref: 'api#/components/schemas/DocumentsAnswer' })
  expect(validate(body) ? [] : validate.errors).toEqual([])
  const urls = (body as { url: string }[]).map(({ url }) => url)
  for (let number = 1; number <= 101; number++) expect(urls).toContain(`${origin}/en/manuale/capitolo-${number}`)
})

it('asks visitors to sign in for the list of documents', async () => {
  expect(await get(documents, 'documents?editable=1')).toMatchObject({ status: 401, body: { error: { code: 'sign-in-required' } } })
})

it.each([
  ['practices', practice],
  ['chapters', chapter],
  ['programmes', programme],
])('says in a sentence that there is nothing at an address below %s', async (noun, door) => {
  const answer = await get(door, `${noun}/nowhere`)
  expect(answer).toMatchObject({
    status: 404,
    body: { error: { code: 'not-found', message: expect.stringMatching(/^There is no public /) } },
  })
})

it('refuses a cursor it did not give instead of beginning again', async () => {
  expect(await get(practices, 'practices?cursor=nonsense')).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } })
})

const doors = readdirSync(import.meta.dirname).filter((file) => !file.includes('.test.') && file !== 'not-found.ts')
it.each(doors)('%s takes nothing, and says what it understands', async (file) => {
  const { action } = (await import(path.join(import.meta.dirname, file))) as { action: () => Response }
  const response = action()
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } })
})
