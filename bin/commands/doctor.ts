import { promises as fs } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { sql } from 'kysely'
import { journalPath, readJournal } from '#app/documents/erasure/erasure-journal.server.ts'
import { type Env, isLoopback } from '#app/shared/env.ts'
import { storedFilePath } from '#app/shared/files/stored-file.server.ts'
import type { Db } from '#db/connection.ts'
import { compareEntriesWithView } from '#db/catalogue.ts'
import { runningDatabaseUrl } from '#db/embedded/claim.ts'
import { pendingMigrations } from '#db/migrate.ts'
import { findMeilisearch } from '../start-meilisearch.ts'
import { checkSearch } from './check-search.ts'
import { type Command, withDatabase, withoutArguments } from './command.ts'
import { fail, type Finding, ok, warn } from './finding.ts'

/** What the settings leave open, judged without touching anything. */
export function checkSettings(env: Env): Finding[] {
  const open = env.APP_URL !== undefined && !isLoopback(new URL(env.APP_URL).hostname)
  const findings: Finding[] = [
    env.APP_URL ? ok(`The site is ${env.APP_URL}`) : warn('APP_URL is not set: the site answers on localhost only'),
    env.SMTP_URL ? ok('Mail goes out through SMTP_URL') : warn('SMTP_URL is not set: mail is kept on the administrator’s page'),
  ]
  const legal = (['ORG_NAME', 'ORG_CONTACT', 'DPO_CONTACT', 'AGID_STATEMENT_URL'] as const).filter((name) => !env[name])
  if (legal.length > 0) findings.push(warn(`${legal.join(', ')} not set: the legal pages say "to be completed"`))
  if (env.FILES_URL) findings.push(fail('FILES_URL is set, but this version keeps files in DATA_DIR only'))
  if (env.REDIS_URL) findings.push(warn('REDIS_URL is set, but this version does not use it: run one collab node'))
  if (open && env.TRUST_PROXY_HOPS === 0)
    findings.push(warn('TRUST_PROXY_HOPS is 0: behind a proxy every reader seems to have its address'))
  if (open && (env.SEED === 'demo' || !env.DATABASE_URL))
    findings.push(warn('A public site should have its own PostgreSQL and SEED=content'))
  return findings
}

async function checkDatabase(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ version: number; text: string; utf8: boolean; drift: number }>`
    select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as text,
      current_setting('server_encoding') = 'UTF8' as utf8, ${Date.now()}::float8 - extract(epoch from clock_timestamp()) * 1000 as drift`.execute(
    db,
  )
  const [server] = rows
  if (!server) return [fail('The database does not answer')]
  const pending = await pendingMigrations(db)
  return [
    server.version >= 15 ? ok(`PostgreSQL ${server.text}`) : fail(`PostgreSQL ${server.text} is too old: 15 or newer is needed`),
    server.utf8 ? ok('Its encoding is UTF-8') : fail('Its encoding is not UTF-8'),
    Math.abs(server.drift) < 5_000 ? ok('Its clock agrees with ours') : warn(`Its clock differs by ${Math.round(server.drift / 1000)} s`),
    pending.length === 0 ? ok('The schema is up to date') : warn(`${pending.length} migrations wait for the next start (or casa migrate)`),
  ]
}

async function checkJobs(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ task: string; dead: number; late: number }>`
    select task_identifier as task, count(*) filter (where attempts >= max_attempts) as dead,
      count(*) filter (where attempts < max_attempts and run_at < now() - interval '10 minutes' and locked_at is null) as late
    from graphile_worker.jobs group by 1`.execute(db)
  const troubled = rows.filter(({ dead, late }) => Number(dead) + Number(late) > 0)
  if (troubled.length === 0) return [ok('No job has failed or waits too long')]
  return troubled.map(({ task, dead, late }) =>
    warn(`Jobs "${task}": ${dead} given up, ${late} waiting for more than ten minutes (is a worker running?)`),
  )
}

async function checkContent(db: Db, env: Env): Promise<Finding[]> {
  const differing = await compareEntriesWithView(db)
  const rows = await db.selectFrom('file').select('sha256').distinct().execute()
  const there = await Promise.all(rows.map(({ sha256 }) => exists(storedFilePath(env.DATA_DIR, sha256))))
  const lost = there.filter((found) => !found).length
  const damaged = await db.selectFrom('document_text').where('damaged_at', 'is not', null).select('document_id').execute()
  const admins = await db.selectFrom('person').where('role', '=', 'admin').where('closed_at', 'is', null).select('email').execute()
  return [
    differing.length === 0
      ? ok('The catalogue’s entries are what the view calls public')
      : warn(`The catalogue’s entries differ from the view in ${differing.length} records: casa reindex`),
    ...(await checkSearch(db, env)),
    lost === 0 ? ok('Every uploaded file is on disk') : fail(`${lost} uploaded files are not in ${env.DATA_DIR}/files`),
    damaged.length === 0
      ? ok('No text is damaged')
      : fail(`${damaged.length} texts are damaged: restore them from their versions or a backup`),
    admins.length > 0 ? ok(`${admins.length} administrators`) : warn('There is no administrator: casa user create … --role admin'),
    ...(admins.some(({ email }) => email.endsWith('@example.org')) && env.APP_URL
      ? [warn('The demonstration accounts exist on this site')]
      : []),
  ]
}

/** Erasures the database knows and the journal does not: a restore of an older backup would bring those words back. */
async function checkErasures(db: Db, env: Env): Promise<Finding[]> {
  const known = new Set((await readJournal(journalPath(env.DATA_DIR))).map(({ id }) => id))
  const { rows } = await sql<{ entry: string }>`
    select detail ->> 'entry' as entry from audit_entry where action = 'document.erased' and detail ? 'entry'`.execute(db)
  const missing = rows.filter(({ entry }) => !known.has(entry)).length
  return [
    missing === 0
      ? ok('Every erasure is in the journal that a restore replays')
      : fail(`${missing} erasures are missing from ${journalPath(env.DATA_DIR)}: take it from the last backup’s folder`),
  ]
}

const exists = (file: string): Promise<boolean> =>
  fs.stat(file).then(
    () => true,
    () => false,
  )

async function checkDisk(env: Env): Promise<Finding[]> {
  await fs.mkdir(env.DATA_DIR, { recursive: true, mode: 0o711 })
  const { bavail, bsize } = await fs.statfs(env.DATA_DIR)
  const free = (bavail * bsize) / 1e9
  const probe = path.join(env.DATA_DIR, `.doctor-${process.pid}`)
  await fs.writeFile(probe, '')
  await fs.rm(probe)
  return [free > 2 ? ok(`${free.toFixed(0)} GB free in ${env.DATA_DIR}`) : fail(`Only ${free.toFixed(1)} GB free in ${env.DATA_DIR}`)]
}

/** True when somebody takes the connection within two seconds. */
function answers(url: URL, defaultPort: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: url.hostname, port: Number(url.port) || defaultPort, timeout: 2_000 })
    const say = (answer: boolean) => (): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', say(true)).once('error', say(false)).once('timeout', say(false))
  })
}

async function checkNeighbours(env: Env): Promise<Finding[]> {
  const findings: Finding[] = []
  if (env.SMTP_URL) {
    const url = new URL(env.SMTP_URL)
    findings.push(
      (await answers(url, url.protocol === 'smtps:' ? 465 : 587))
        ? ok(`${url.host} takes mail connections`)
        : fail(`${url.host} does not take mail connections`),
    )
  }
  if (env.MEILI_URL) {
    const healthy = await fetch(new URL('/health', env.MEILI_URL)).then(
      ({ ok: good }) => good,
      () => false,
    )
    findings.push(
      healthy
        ? ok(`Meilisearch answers at ${env.MEILI_URL}`)
        : warn(`Meilisearch does not answer at ${env.MEILI_URL}: PostgreSQL answers searches`),
    )
  } else
    findings.push(
      findMeilisearch(env.DATA_DIR)
        ? ok('Meilisearch is on this machine')
        : ok('Search is PostgreSQL’s (casa meili install fetches Meilisearch)'),
    )
  return findings
}

export const doctorCommand: Command = {
  usage: 'doctor',
  does: 'looks at settings, database, disk, mail, search, jobs; exits 1 when something is broken',
  run: async (context) => {
    withoutArguments(context.args)
    const { env, print } = context
    const findings = [...checkSettings(env), ...(await checkDisk(env)), ...(await checkNeighbours(env))]
    const running = env.DATABASE_URL ?? runningDatabaseUrl(env.DATA_DIR)
    if (!running) findings.push(ok('Casa Comune is not running here: its database was started for this look'))
    await withDatabase(context, async (db) => {
      findings.push(...(await checkDatabase(db)))
      if ((await pendingMigrations(db)).length === 0)
        findings.push(...(await checkJobs(db)), ...(await checkContent(db, env)), ...(await checkErasures(db, env)))
    }).catch((error: unknown) =>
      findings.push(fail(`The database cannot be looked at: ${error instanceof Error ? error.message : String(error)}`)),
    )
    for (const { level, text } of findings) print(`${{ ok: '  ok  ', warn: ' warn ', fail: ' FAIL ' }[level]} ${text}`)
    return findings.some(({ level }) => level === 'fail') ? 1 : 0
  },
}
