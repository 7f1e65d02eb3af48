import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '#db/connection.ts'
import type { TerritoryLevel } from '#app/territories/territory.ts'
import type { TermList } from '#app/themes/term.ts'
import type { PracticeFacts } from './practice.policy.ts'
import type { PracticeState, PracticeType } from './practice.ts'

const columns = [
  'practice.id',
  'practice.slug',
  'practice.document_id',
  'practice.author_id',
  'practice.title_it',
  'practice.title_en',
  'practice.summary_it',
  'practice.summary_en',
  'practice.place',
  'practice.country',
  'practice.period_start',
  'practice.period_end',
  'practice.ongoing',
  'practice.cost',
  'practice.contact',
  'practice.licence',
  'practice.lesson',
  'practice.full_sheet',
  'practice.provenance',
  'practice.certainty',
  'practice.verified_at',
  'practice.is_example',
  'practice.created_at',
  'practice.updated_at',
  'practice.published_at',
] as const

/** The whole sheet with what hangs on it. Every caller adds who may see it (`visibleTo`). */
export const selectSheet = (db: Db) =>
  db
    .selectFrom('practice')
    .leftJoin('organisation as verifier', 'verifier.id', 'practice.verified_by')
    .select(columns)
    .select([
      sql<PracticeType>`practice.type`.as('type'),
      sql<PracticeState>`practice.state`.as('state'),
      'verifier.name as verified_by_name',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('practice_territory as pt')
          .innerJoin('territory as t', 't.id', 'pt.territory_id')
          .select(['t.id', sql<TerritoryLevel>`t.level`.as('level'), 't.name_it', 't.name_en'])
          .whereRef('pt.practice_id', '=', 'practice.id')
          // The narrowest place first: the map opens there, and Firenze the town comes before Firenze the province.
          .orderBy(sql`array_position(array['municipality', 'zone', 'province', 'region', 'country'], t.level)`)
          .orderBy('t.name_it')
          .orderBy('t.id'),
      ).as('territories'),
      jsonArrayFrom(
        eb
          .selectFrom('practice_term as pt')
          .innerJoin('term', 'term.id', 'pt.term_id')
          .select(['term.id', sql<TermList>`term.list`.as('list'), 'term.code', 'term.name_it', 'term.name_en', 'term.name_ar'])
          .whereRef('pt.practice_id', '=', 'practice.id')
          .orderBy('term.position'),
      ).as('terms'),
      jsonArrayFrom(
        eb
          .selectFrom('practice_organisation as po')
          .innerJoin('organisation as o', 'o.id', 'po.organisation_id')
          .select(['o.id', 'o.slug', 'o.name', sql<'lead' | 'partner'>`po.role`.as('role')])
          .whereRef('po.practice_id', '=', 'practice.id')
          .orderBy('po.role')
          .orderBy('po.position'),
      ).as('organisations'),
      jsonArrayFrom(
        eb
          .selectFrom('practice_source as ps')
          .select([
            'ps.key',
            'ps.url',
            'ps.title',
            'ps.publisher',
            'ps.published_on',
            sql<string | null>`to_char(ps.read_on, 'YYYY-MM-DD')`.as('read_on'),
          ])
          .whereRef('ps.practice_id', '=', 'practice.id')
          .orderBy('ps.position'),
      ).as('sources'),
    ])

export type PracticeSheet = Awaited<ReturnType<ReturnType<typeof selectSheet>['executeTakeFirstOrThrow']>>

/** What the policy asks about, from a sheet. */
export const factsOf = (sheet: PracticeSheet): PracticeFacts => ({
  state: sheet.state,
  authorId: sheet.author_id,
  leads: sheet.organisations.filter((body) => body.role === 'lead').map((body) => body.id),
  isExample: sheet.is_example,
})
