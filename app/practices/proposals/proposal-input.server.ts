import type { Db } from '#db/connection.ts'
import type { PracticeInput, SectionTexts } from '../practice.schema.ts'
import type { ProposalFields } from './proposal.schema.ts'

type SheetOfProposal = { input: PracticeInput; sections: SectionTexts; body: string }

/**
 * A proposal as the fields of a draft sheet. Places, bodies and terms we know become links; a place we do not is kept as
 * it was written, and a body we do not is handed back (`body`), for whoever completes the draft: it is no contact.
 */
export async function inputFromProposal(db: Db, fields: ProposalFields): Promise<SheetOfProposal> {
  const [territory, organisation, terms] = await Promise.all([
    placeNamed(db, fields.place),
    bodyNamed(db, fields.body),
    knownTerms(db, [...fields.themes, ...fields.kinds]),
  ])
  const input: PracticeInput = {
    type: 'practice',
    title_it: fields.title,
    title_en: '',
    summary_it: fields.summary,
    summary_en: '',
    territories: territory ? [territory] : [],
    place: territory ? '' : fields.place,
    leads: organisation ? [organisation] : [],
    partners: [],
    period_start: fields.period_start,
    period_end: '',
    ongoing: fields.ongoing,
    themes: terms.theme,
    kinds: terms.kind,
    targets: [],
    cost: '',
    contact: '',
    licence: 'CC BY 4.0',
    lesson: false,
    sources: fields.source_url ? [{ url: fields.source_url, title: fields.source_title || fields.source_url }] : [],
  }
  const { problem, how, results, difficulties } = fields
  return { input, sections: { problem, how, results, difficulties }, body: organisation ? '' : fields.body }
}

/** "Prato" is the municipality before it is the province: the smaller place says more. */
async function placeNamed(db: Db, name: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom('territory')
    .select(['id', 'level'])
    .where((row) => row.or([row('name_it', 'ilike', escaped(name)), row('name_en', 'ilike', escaped(name))]))
    .execute()
  const order = ['municipality', 'zone', 'province', 'region', 'country']
  return rows.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))[0]?.id
}

async function bodyNamed(db: Db, name: string): Promise<string | undefined> {
  const rows = await db.selectFrom('organisation').select('id').where('name', 'ilike', escaped(name)).limit(2).execute()
  return rows.length === 1 ? rows[0]?.id : undefined
}

async function knownTerms(db: Db, ids: string[]): Promise<{ theme: string[]; kind: string[] }> {
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('term').select(['id', 'list']).where('id', 'in', ids).where('merged_into', 'is', null).execute()
  const of = (list: string) => rows.filter((row) => row.list === list).map((row) => row.id)
  return { theme: of('theme'), kind: of('kind') }
}

/** A whole name, whatever its case. */
const escaped = (name: string): string => name.trim().replace(/[\\%_]/g, String.raw`\$&`)
