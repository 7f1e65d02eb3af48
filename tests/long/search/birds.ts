import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { aDocument } from '../../support/factories.ts'

/** What all of them hold, so that one question asks for all. */
export const FLOCK = 'canarinaia'

/** A record that must not sing while it is hidden. */
export type Bird = {
  table: 'practice' | 'chapter' | 'take_away'
  id: string
  catalogueId: string
  /** In title and text; asked for. */
  word: string
  /** In title and summary; never asked for, so that no answer holds it for having been asked. */
  quiet: string
  slug: string
  /** When it was to be seen: from just before a commit that shows it, to just after one that hides it. */
  seen: { from: number; to: number }[]
}

export const isHidden = (bird: Bird): boolean => bird.seen.every(({ to }) => to !== Infinity)
/** True when it was to be seen at no moment between the two. */
export const hiddenThroughout = (bird: Bird, from: number, to: number): boolean =>
  bird.seen.every((time) => time.to < from || time.from > to)

export async function hatch(db: Db, i: number, below: (n: number) => number, sessionId: string): Promise<Bird> {
  const [word, quiet] = [`canarino${i}zq${below(1e6)}`, `silenzio${i}zk${below(1e6)}`]
  const kind = (['practice', 'chapter', 'take-away'] as const)[below(3)] ?? 'practice'
  const document = await aDocument(db, { kind })
  const content = JSON.stringify({ type: 'doc', content: [] })
  await db
    .insertInto('edition')
    .values({ id: newId(), document_id: document.id, lang: 'it', number: 1, content, body: `testo con ${word} ${quiet}`, sha256: word })
    .execute()
  const [id, slug, title] = [newId(), `prova-${below(1e9)}-${i}`, `${FLOCK} ${word} ${quiet}`]
  const common = { id, slug, document_id: document.id, title_it: title }
  if (kind === 'practice')
    await db
      .insertInto('practice')
      .values({ ...common, type: 'practice', state: 'draft', summary_it: quiet })
      .execute()
  else if (kind === 'chapter')
    await db
      .insertInto('chapter')
      .values({ ...common, number: 1_000 + i, state: 'draft' })
      .execute()
  else
    await db
      .insertInto('take_away')
      .values({ ...common, session_id: sessionId, position: i })
      .execute()
  return { table: kind === 'take-away' ? 'take_away' : kind, id, catalogueId: `${kind}:${id}`, word, quiet, slug, seen: [] }
}

/** One change of state, as the verbs write it: with its indexing job in the same transaction. */
export async function turn(db: Db, bird: Bird, below: (n: number) => number): Promise<void> {
  const show = below(10) < 4
  if (show && isHidden(bird)) bird.seen.push({ from: Date.now(), to: Infinity })
  await db.transaction().execute(async (trx) => {
    if (bird.table === 'take_away')
      await trx
        .updateTable('take_away')
        .set({ published_at: show ? new Date() : null })
        .where('id', '=', bird.id)
        .execute()
    else {
      const hidden = bird.table === 'practice' ? ['draft', 'archived', 'submitted'] : ['draft', 'archived']
      const state = show ? 'published' : hidden[below(hidden.length)]
      await sql`update ${sql.table(bird.table)} set state = ${state}, published_at = case when ${show} then now() end where id = ${bird.id}`.execute(
        trx,
      )
    }
    await enqueueIndexing(trx, [bird.catalogueId])
  })
  const last = bird.seen.at(-1)
  if (!show && last?.to === Infinity) last.to = Date.now()
}

/** A session the take-aways belong to. */
export async function aSession(db: Db): Promise<string> {
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
