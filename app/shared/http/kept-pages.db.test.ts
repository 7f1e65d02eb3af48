import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { raiseCatalogueVersion } from '#db/catalogue.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { keptPages } from './kept-pages.server.ts'

const { db } = await useTestDatabase()
let made = 0
let answer: (response: express.Response) => void

const app = express()
app.use(compression({ threshold: 0 }), keptPages(db))
app.use((request, response) => {
  made += 1
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  answer(response)
})
const server = createServer(app).listen(0)
await once(server, 'listening')
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
afterAll(() => server.close())

const ask = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers })
const textOf = async (path: string, headers: Record<string, string> = {}) => (await ask(path, headers)).text()
beforeEach(async () => {
  await raiseCatalogueVersion(db)
  made = 0
  answer = (response) => response.end(`<p>Pagina ${made}: è così</p>`)
})

it('makes a page once for all visitors, with the same bytes in every encoding, until the version grows', async () => {
  for (const encoding of ['br', 'gzip', 'identity', 'gzip'])
    expect(await textOf('/it/glossario', { 'accept-encoding': encoding })).toBe('<p>Pagina 1: è così</p>')
  const kept = await ask('/it/glossario', { 'accept-encoding': 'gzip' })
  expect(Object.fromEntries(kept.headers)).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/html; charset=utf-8' })
  expect(kept.headers.get('vary')).toContain('Accept-Encoding')
  await raiseCatalogueVersion(db)
  expect(await textOf('/it/glossario')).toBe('<p>Pagina 2: è così</p>')
})

it('keeps addresses with their query apart, and remembers the language with a kept page too', async () => {
  expect(await textOf('/it/cerca?q=casa')).toContain('Pagina 1')
  expect(await textOf('/it/cerca?q=cura')).toContain('Pagina 2')
  const again = await ask('/it/cerca?q=casa')
  expect(await again.text()).toContain('Pagina 1')
  expect(again.headers.get('set-cookie')).toContain('cc_lang=it')
})

it('answers HEAD from a kept page without a body', async () => {
  await textOf('/it/mappa')
  const head = await fetch(`${origin}/it/mappa`, { method: 'HEAD' })
  expect([head.status, await head.text(), made]).toEqual([200, '', 1])
})

it.each([
  ['somebody with a session', '/it/mappa', { cookie: 'cc_lang=it; cc_sid=abc' }],
  ['a participant', '/it/mappa', { cookie: 'cc_participant=abc' }],
  ['a page of one’s own', '/it/accedi', {}],
])('makes each page anew for %s', async (_who, path, headers) => {
  await textOf(path, headers)
  await textOf(path, headers)
  expect(made).toBe(2)
})

it.each([
  ['an error', (response: express.Response) => response.status(404).end('<p>no</p>')],
  ['a page that sets a cookie', (response: express.Response) => response.setHeader('Set-Cookie', 'cc_sid=1').end('<p>x</p>')],
  ['a page with a nonce', (response: express.Response) => response.end('<script nonce="abc"></script>')],
  ['something that is no page', (response: express.Response) => response.setHeader('Content-Type', 'text/css').end('a{}')],
])('does not keep %s', async (_what, respond) => {
  answer = respond
  await textOf('/it/statistiche')
  await textOf('/it/statistiche')
  expect(made).toBe(2)
})

it('never hands out a page made before what its reader has seen committed, however many ask at once', async () => {
  await textOf('/it/mappa')
  const busy = Array.from({ length: 30 }, () => textOf('/it/mappa'))
  await raiseCatalogueVersion(db)
  expect(await textOf('/it/mappa')).not.toContain('Pagina 1:')
  await Promise.all(busy)
})
