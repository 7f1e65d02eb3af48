import pg from 'pg'

/**
 * Runs `run` while no other process that asks for the same `name` on this database does: web, collab and worker started
 * together on an empty database must not all migrate and load the starting content. The lock is held by a connection
 * of its own and ends with it, also when the process is killed. Throws what `run` throws.
 */
export async function oneAtATime<Result>(url: string, name: string, run: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  // Losing the connection loses the lock, not the work: what it guards is safe to repeat, only not at the same time.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    return await run()
  } finally {
    await client.end()
  }
}
