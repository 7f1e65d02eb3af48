import { parse } from 'csv-parse/sync'
import type { Db } from '#db/connection.ts'

export type ZoneImport = { changed: number; unchanged: number; problems: { row: number; field: string; problem: string }[] }

type Row = { row: number; municipality: string; zone: string; source: string; verified: boolean }

/**
 * Corrects which zone municipalities belong to, from a CSV with the columns istat_code, zone_code, source, verified
 * (yes or no). All rows are checked first: with a single problem nothing is written. Rows count from 2, as in a
 * spreadsheet. What lies within a zone changes: the caller rebuilds the search index.
 */
export async function importZoneMembership(db: Db, csv: Buffer): Promise<ZoneImport> {
  return await db.transaction().execute(async (trx) => {
    const known = new Set((await trx.selectFrom('territory').select('id').execute()).map(({ id }) => id))
    const { rows, problems } = check(csv, known)
    if (problems.length > 0) return { changed: 0, unchanged: 0, problems }
    let changed = 0
    for (const { municipality, zone, source, verified } of rows) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('zone_membership')
        .values({ municipality_id: municipality, zone_id: zone, source, verified })
        .onConflict((conflict) =>
          conflict
            .column('municipality_id')
            .doUpdateSet({ zone_id: zone, source, verified, updated_at: new Date() })
            .where(({ eb, or }) =>
              or([
                eb('zone_membership.zone_id', '!=', zone),
                eb('zone_membership.source', '!=', source),
                eb('zone_membership.verified', '!=', verified),
              ]),
            ),
        )
        .executeTakeFirst()
      changed += Number(numInsertedOrUpdatedRows ?? 0n)
    }
    return { changed, unchanged: rows.length - changed, problems: [] }
  })
}

function check(csv: Buffer, known: ReadonlySet<string>): { rows: Row[]; problems: ZoneImport['problems'] } {
  const problems: ZoneImport['problems'] = []
  const records = parse<Record<string, string>>(csv, {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  const rows = records.map((record, index): Row => {
    const row = index + 2
    const problem = (field: string, text: string): void => void problems.push({ row, field, problem: text })
    const municipality = `comune:${(record.istat_code ?? '').padStart(6, '0')}`
    const zone = `zona:${record.zone_code ?? ''}`
    if (!known.has(municipality)) problem('istat_code', `no Tuscan municipality has the code "${record.istat_code ?? ''}"`)
    if (!known.has(zone)) problem('zone_code', `there is no zone "${record.zone_code ?? ''}"`)
    if (!record.source) problem('source', 'say where this is written')
    const verified = /^(yes|true|1|sì|si)$/i.test(record.verified ?? '')
    if (!verified && !/^(no|false|0|)$/i.test(record.verified ?? '')) problem('verified', 'must be yes or no')
    return { row, municipality, zone, source: record.source ?? '', verified }
  })
  const seen = new Map<string, number>()
  for (const { row, municipality } of rows) {
    const first = seen.get(municipality)
    if (first) problems.push({ row, field: 'istat_code', problem: `the same municipality stands in row ${first}` })
    seen.set(municipality, row)
  }
  if (rows.length === 0) problems.push({ row: 1, field: 'istat_code', problem: 'the file has no rows' })
  return { rows, problems }
}
