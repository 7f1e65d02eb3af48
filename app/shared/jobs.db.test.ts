import pino from 'pino'
import { afterAll, expect, it, vi } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { enqueue, startWorker } from './jobs.server.ts'

const { db, pool } = await useTestDatabase()
const log = pino({ level: 'silent' })
const done: unknown[] = []
const worker = await startWorker({
  pool,
  log,
  tasks: {
    note: (payload) => Promise.resolve(void done.push(payload)),
    stumble: (payload, { attempt }) => (attempt === 1 ? Promise.reject(new Error('first time')) : Promise.resolve(void done.push(payload))),
  },
})
afterAll(() => worker.stop())

it('runs a job soon after the transaction that asked for it', async () => {
  await db.transaction().execute((trx) => enqueue(trx, 'note', { n: 1 }))
  await vi.waitFor(() => expect(done).toContainEqual({ n: 1 }), 3_000)
})

it('runs nothing for a transaction that was rolled back', async () => {
  const failing = db.transaction().execute(async (trx) => {
    await enqueue(trx, 'note', { n: 'never' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await enqueue(db, 'note', { n: 'after' })
  await vi.waitFor(() => expect(done).toContainEqual({ n: 'after' }), 3_000)
  expect(done).not.toContainEqual({ n: 'never' })
})

it('keeps only the newest of waiting jobs with one key', async () => {
  await db.transaction().execute(async (trx) => {
    await enqueue(trx, 'note', { key: 'old' }, { jobKey: 'k' })
    await enqueue(trx, 'note', { key: 'new' }, { jobKey: 'k' })
  })
  await vi.waitFor(() => expect(done).toContainEqual({ key: 'new' }), 3_000)
  expect(done).not.toContainEqual({ key: 'old' })
})

it('tries a failed job again', async () => {
  await enqueue(db, 'stumble', { n: 2 })
  await vi.waitFor(() => expect(done).toContainEqual({ n: 2 }), { timeout: 10_000, interval: 100 })
})

it('releases at once what a killed worker still held', async () => {
  await worker.stop()
  await enqueue(db, 'note', { n: 'held' })
  await pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead-worker'`)
  const next = await startWorker({ pool, log, alone: true, tasks: { note: (payload) => Promise.resolve(void done.push(payload)) } })
  await vi.waitFor(() => expect(done).toContainEqual({ n: 'held' }), 3_000)
  await next.stop()
})
