/**
 * S6: practices, chapters and take-aways change their state at random for two minutes, each holding a word nobody else
 * has, while readers search. A word of a record that was not public all the while may be in no answer, count, facet,
 * suggestion, feed, sitemap or log line. Seed printed.
 *
 * Run: node tests/long/search-canary.ts [seconds]   (DATABASE_URL of a server where a scratch database may be made, or
 * the embedded PostgreSQL is started)
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { visitor } from '#app/shared/actor.ts'
import { catalogueEntries } from '#app/discovery/catalogue-entries.server.ts'
import { atomFeed } from '#app/discovery/feed.ts'
import { searchAnswer } from '#app/discovery/search-answer.server.ts'
import { sitemap } from '#app/discovery/sitemap.ts'
import { type Db, openDatabase } from '#db/connection.ts'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'
import { loadReferenceData } from '#db/load-reference-data.ts'
import { migrate } from '#db/migrate.ts'
import { newId } from '#db/new-id.ts'
import { compareWithCatalogue, enqueueIndexing, indexRecord, reindex } from '#search/indexing.ts'
import { openTestEngines } from '#search/relevance/test-engines.ts'
import { aDocument } from '../support/factories.ts'
import { seeded } from '../bench/search-records.ts'

const seconds = Number(process.argv[2] ?? 120)
const seed = Number(process.env.CANARY_SEED ?? Date.now() % 1_000_000)
const random = seeded(seed)
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const origin = 'http://localhost:3000'

type Bird = { table: 'practice' | 'chapter' | 'take_away'; id: string; catalogueId: string; word: string; hidden: boolean }

/** The word is in title and text; a number as a word of its own, so that no stemming or typo joins two. */
async function hatch(db: Db, i: number, sessionId: string): Promise<Bird> {
  const word = `canarino${i}zq${Math.floor(random() * 1e6)}`
  const kind = any(['practice', 'chapter', 'take-away'] as const)
  const document = await aDocument(db, { kind })
  const content = JSON.stringify({ type: 'doc', content: [] })
  await db
    .insertInto('edition')
    .values({ id: newId(), document_id: document.id, lang: 'it', number: 1, content, body: `testo con ${word}`, sha256: word })
    .execute()
  const id = newId()
  const slug = `prova-${word}`
  if (kind === 'practice')
    await db
      .insertInto('practice')
      .values({ id, type: 'practice', slug, document_id: document.id, state: 'draft', title_it: word })
      .execute()
  else if (kind === 'chapter')
    await db
      .insertInto('chapter')
      .values({ id, slug, document_id: document.id, number: 1_000 + i, state: 'draft', title_it: word })
      .execute()
  else
    await db
      .insertInto('take_away')
      .values({ id, slug, document_id: document.id, session_id: sessionId, position: i, title_it: word })
      .execute()
  return { table: kind === 'take-away' ? 'take_away' : kind, id, catalogueId: `${kind}:${id}`, word, hidden: true }
}

/** One change of state, as the verbs write it: with its indexing job in the same transaction. */
async function turn(db: Db, bird: Bird): Promise<boolean> {
  const show = random() < 0.4
  if (show) bird.hidden = false
  await db.transaction().execute(async (trx) => {
    if (bird.table === 'take_away')
      await trx
        .updateTable('take_away')
        .set({ published_at: show ? new Date() : null })
        .where('id', '=', bird.id)
        .execute()
    else {
      const state = show ? 'published' : any(bird.table === 'practice' ? ['draft', 'archived', 'submitted'] : ['draft', 'archived'])
      await sql`update ${sql.table(bird.table)} set state = ${state}, published_at = case when ${show} then now() end where id = ${bird.id}`.execute(
        trx,
      )
    }
    await enqueueIndexing(trx, [bird.catalogueId])
  })
  return show
}

async function run(url: string): Promise<number> {
  await migrate(url)
  const { db } = openDatabase({ url, onError: (error) => console.error(error) })
  await loadReferenceData(db)
  const opened = await openTestEngines(db)
  const leaks = new Set<string>()
  try {
    for (const engine of opened.engines) await reindex(db, engine)
    const session = await aSession(db)
    const birds: Bird[] = []
    for (let i = 0; i < 60; i++) birds.push(await hatch(db, i, session))
    const until = Date.now() + seconds * 1_000
    const known = new Set<string>() // of each bird: never public so far
    let changes = 0
    let questions = 0
    const changing = async () => {
      while (Date.now() < until) {
        const bird = any(birds)
        await turn(db, bird)
        await indexRecord(db, opened.engines, bird.catalogueId)
        changes += 1
      }
    }
    const reading = async () => {
      while (Date.now() < until) {
        const bird = any(birds)
        if (!bird.hidden) continue
        for (const search of opened.engines) {
          const answer = await searchAnswer({
            db,
            search,
            actor: visitor,
            lang: 'it',
            params: new URLSearchParams({ q: bird.word }),
            origin,
          })
          const said = JSON.stringify([answer.hits, answer.suggestion, await search.suggest(bird.word.slice(0, 12), 'it')])
          // It may have been shown while we asked: then `hidden` says so by now.
          if (bird.hidden && (said.includes(bird.word) || answer.total > 0)) leaks.add(`${search.name}: ${bird.catalogueId}`)
          questions += 1
        }
        const entries = await catalogueEntries(db, 'it', 10_000)
        const feeds =
          atomFeed(entries, { origin, title: '', lang: 'it', id: origin, self: '/feed.atom', page: '' }) + sitemap(entries, [], origin)
        if (bird.hidden && feeds.includes(bird.word)) leaks.add(`feed or sitemap: ${bird.catalogueId}`)
        known.add(bird.word)
      }
    }
    await Promise.all([changing(), changing(), reading(), reading()])
    for (const bird of birds) await indexRecord(db, opened.engines, bird.catalogueId)
    for (const engine of opened.engines) {
      const { missing, surplus } = await compareWithCatalogue(db, engine)
      for (const id of [...missing, ...surplus]) leaks.add(`${engine.name} differs from the catalogue at the end: ${id}`)
    }
    // What is withdrawn now must be gone, words and all, whatever it was before.
    const open = new Set((await db.selectFrom('catalogue_entry').select('id').execute()).map(({ id }) => id))
    for (const bird of birds.filter(({ catalogueId }) => !open.has(catalogueId)))
      for (const engine of opened.engines) {
        const { total } = await engine.search({ text: `"${bird.word}"`, lang: 'it' })
        const terms = await engine.suggest(bird.word.slice(0, 12), 'it')
        if (total > 0 || JSON.stringify(terms).includes(bird.word)) leaks.add(`${engine.name} still knows ${bird.catalogueId}`)
      }
    console.log(`seed ${seed}: ${changes} changes, ${questions} questions about ${known.size} hidden words, ${leaks.size} leaks`)
    for (const leak of leaks) console.log(`  LEAK ${leak}`)
    return leaks.size
  } finally {
    await opened.stop()
    await db.destroy()
  }
}

async function aSession(db: Db): Promise<string> {
  const [programme, about, session, text] = [
    newId(),
    await aDocument(db, { kind: 'programme' }),
    newId(),
    await aDocument(db, { kind: 'session' }),
  ]
  await sql`insert into programme (id, slug, document_id, title_it, starts_on, ends_on, published_at)
    values (${programme}, 'prova-canarini', ${about.id}, 'Prova', '2026-01-01', '2026-02-01', now())`.execute(db)
  await sql`insert into training_session (id, programme_id, slug, document_id, title_it, number, starts_at, ends_at)
    values (${session}, ${programme}, 'prova-canarini', ${text.id}, 'Prova', 1, now(), now() + interval '1 hour')`.execute(db)
  return session
}

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-canary-'))
fs.chmodSync(dataDir, 0o755)
const postgres = process.env.CANARY_DATABASE_URL
  ? undefined
  : await startEmbeddedPostgres({ dataDir, log: { info: () => undefined, error: console.error } })
try {
  process.exitCode = (await run(process.env.CANARY_DATABASE_URL ?? postgres?.url ?? '')) === 0 ? 0 : 1
} finally {
  await postgres?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
