import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyGuard } from './body-guard.server.ts'
import { hostGuard, sameOriginGuard } from './guards.server.ts'
import { lastResort } from './refuse.server.ts'
import { siteOf } from './site.server.ts'

const server = createServer()
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  const site = siteOf({ APP_URL: undefined }, port)
  const app = express()
  app.use(hostGuard(site), express.static(import.meta.dirname, { index: false }), sameOriginGuard(site), bodyGuard)
  app.all('*', (request, response) => {
    request.resume()
    response.json({ host: request.headers.host, forwarded: request.headers['x-forwarded-host'], origin: request.headers.origin })
  })
  app.use(lastResort(pino({ level: 'silent' })))
  server.on('request', app)
})
afterAll(() => void server.close())

type Answer = { status: number; type: string; body: string }
function send(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer | string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = ask({ port, method, path, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    if (Number(headers['content-length'] ?? 0) > (body?.length ?? 0)) sent.write(body)
    else sent.end(body)
  })
}
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('The host of a request', () => {
  it('is one of this site’s names as a browser writes it, and nothing that only reads like one', async () => {
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect((await send('GET', '/x', { host })).status).toBe(200)
    for (const host of ['evil.example', `a@localhost:${port}`, `localhost:${port}/x`, `127.1:${port}`, `2130706433:${port}`, 'localhost'])
      expect((await send('GET', '/x', { host })).status).toBe(421)
  })

  it('is not what a stranger says in X-Forwarded-Host', async () => {
    const answer = await send('GET', '/x', { 'x-forwarded-host': 'inner.local' })
    expect(JSON.parse(answer.body)).toEqual({ host: `localhost:${port}` })
  })
})

describe('A post', () => {
  it('comes from a page of this site, by whichever of its names; the next handler sees one name', async () => {
    const answer = await send('POST', '/x', { ...form, origin: `http://127.0.0.1:${port}` }, 'a=1')
    expect(JSON.parse(answer.body)).toMatchObject({ origin: `http://localhost:${port}` })
    expect((await send('POST', '/x', { ...form, origin: 'https://evil.example' }, 'a=1')).status).toBe(403)
    const api = await send('POST', '/api/v1/search', { origin: 'null' }, 'a=1')
    expect([api.status, JSON.parse(api.body)]).toEqual([403, { error: { code: 'forbidden', message: expect.any(String) } }])
  })

  it('is a form of a form’s size and of known length', async () => {
    const own = { origin: `http://localhost:${port}` }
    expect((await send('POST', '/x', { ...own, 'content-type': 'application/json', 'content-length': '2' }, '{}')).status).toBe(415)
    expect((await send('POST', '/x', { ...own, ...form, 'transfer-encoding': 'chunked' }, 'a=1')).status).toBe(411)
    const much = String(40 * 1024 * 1024)
    expect((await send('POST', '/x', { ...own, ...form, 'content-length': much }, Buffer.alloc(1_000))).status).toBe(413)
    const file = { ...own, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '4000000' }
    expect((await send('POST', '/it/scrivania/testi/a.it/allegati', file, Buffer.alloc(4_000_000))).status).toBe(200)
    expect((await send('POST', '/p/qui/salva/1', file, Buffer.alloc(4_000_000))).status).toBe(200)
    expect((await send('POST', '/p/qui/segnala', file, Buffer.alloc(1_000))).status).toBe(413)
    expect((await send('POST', '/x', own)).status).toBe(200)
  })
})

it('an address that cannot be read is refused in words, under /api as JSON', async () => {
  const page = await send('GET', '/it/%E0%A4%A')
  expect([page.status, page.type, page.body]).toEqual([
    400,
    expect.stringContaining('text/plain'),
    expect.stringContaining('non leggibile'),
  ])
  const api = await send('GET', '/api/v1/practices/%E0%A4%A')
  expect([api.status, JSON.parse(api.body)]).toEqual([400, { error: { code: 'bad-request', message: expect.any(String) } }])
})
