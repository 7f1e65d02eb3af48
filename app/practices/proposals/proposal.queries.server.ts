import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { isLang, type Lang } from '#app/shared/languages.ts'
import { isPracticeId } from '../practice.ts'
import { secretHash } from './proposal-code.server.ts'
import { type ProposalState, codeOf } from './proposal.ts'
import { parseFields, type ProposalFields } from './proposal.schema.ts'

export type Proposal = {
  id: string
  state: ProposalState
  lang: Lang
  fields: ProposalFields
  email: string | null
  reason: string
  personId: string | null
  practiceId: string | null
  startedAt: Date
  updatedAt: Date
  confirmedAt: Date | null
  decidedAt: Date | null
}

const select = (db: Db) =>
  db
    .selectFrom('practice_proposal as p')
    .select([
      'p.id',
      sql<ProposalState>`p.state`.as('state'),
      'p.lang',
      'p.fields',
      'p.email',
      'p.reason',
      'p.person_id as personId',
      'p.practice_id as practiceId',
      'p.started_at as startedAt',
      'p.updated_at as updatedAt',
      'p.confirmed_at as confirmedAt',
      'p.decided_at as decidedAt',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const proposalOf = (row: Row): Proposal => ({ ...row, lang: isLang(row.lang) ? row.lang : 'it', fields: parseFields(row.fields) })

/** Who is writing: the person with an account, or the holder of a code. */
export type Writer = { actor: Actor; code: string | undefined }

/** The proposal being written: the code's, else the draft of the signed-in person. Undefined before the first words. */
export async function findOwnProposal(db: Db, { actor, code }: Writer): Promise<Proposal | undefined> {
  if (actor.kind === 'person') {
    const own = await select(db).where('p.person_id', '=', actor.id).where('p.state', '=', 'draft').executeTakeFirst()
    if (own) return proposalOf(own)
  }
  const known = code && codeOf(code)
  const row = known ? await select(db).where('p.code_hash', '=', secretHash(known)).executeTakeFirst() : undefined
  return row && proposalOf(row)
}

/** The same, locked for a change in the caller's transaction. */
export async function lockOwnProposal(trx: Db, writer: Writer): Promise<Proposal | undefined> {
  const found = await findOwnProposal(trx, writer)
  return found && lockProposal(trx, found.id)
}

export async function lockProposal(trx: Db, id: string): Promise<Proposal | undefined> {
  if (!isPracticeId(id)) return undefined
  const row = await select(trx).where('p.id', '=', id).forUpdate().executeTakeFirst()
  return row && proposalOf(row)
}

/** What waits for an editor, oldest first, then what was decided lately. Only confirmed proposals are ever here. */
export async function listProposals(db: Db, actor: Actor): Promise<Proposal[]> {
  if (!hasRole(actor, 'editor')) throw new AppError('forbidden')
  const rows = await select(db)
    .where('p.confirmed_at', 'is not', null)
    .orderBy(sql`p.state <> 'received'`)
    .orderBy(sql`case when p.state = 'received' then p.confirmed_at end`)
    .orderBy('p.decided_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(proposalOf)
}

/** One proposal for an editor. Throws not-found, also while its address is not confirmed. */
export async function findProposal(db: Db, actor: Actor, id: string): Promise<Proposal> {
  if (!hasRole(actor, 'editor')) throw new AppError('forbidden')
  const row = isPracticeId(id)
    ? await select(db).where('p.id', '=', id).where('p.confirmed_at', 'is not', null).executeTakeFirst()
    : undefined
  if (!row) throw new AppError('not-found')
  return proposalOf(row)
}
