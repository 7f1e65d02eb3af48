import { removeExampleChapters, seedExampleChapter } from '#app/manual/seed/seed-example-chapter.server.ts'
import { exampleCode, removeExampleProcesses, seedExampleProcess } from '#app/codesign/seed/seed-example-process.server.ts'
import { seedManual } from '#app/manual/seed/seed-manual.server.ts'
import { createDemoAccounts, demoAccountsFile } from '#app/people/create-demo-accounts.server.ts'
import { removeExamplePractices, seedExamplePractices } from '#app/practices/seed/seed-example-practices.server.ts'
import { seedPractices } from '#app/practices/seed/seed-practices.server.ts'
import { removeExampleTraining, seedExampleTraining } from '#app/training/seed/seed-example-training.server.ts'
import { seedTraining } from '#app/training/seed/seed-training.server.ts'
import type { Db } from '#db/connection.ts'

export type SeedLevel = 'none' | 'content' | 'demo'

/**
 * Loads the starting content (docs/operations.md): `content` the sourced records, training and manual; `demo` also
 * examples and four accounts. Each part is loaded once per database, so that what editors remove stays removed; a part
 * that was interrupted goes on where it stopped. Returns lines for the operator.
 */
export async function seed(db: Db, { level, dataDir }: { level: SeedLevel; dataDir: string }): Promise<string[]> {
  const lines: string[] = []
  if (level === 'none') return lines
  await once(db, 'content', async () => {
    const counts = [await seedPractices(db), await seedTraining(db), await seedManual(db)]
    lines.push(`Starting content: ${counts[0]} records, ${counts[1]} take-aways, ${counts[2]} chapters`)
  })
  if (level !== 'demo') return lines
  await once(db, 'demo', async () => {
    const accounts = await createDemoAccounts(db, { dataDir })
    lines.push(...accounts.map((account) => `  ${account.role.padEnd(12)} ${account.email}  ${account.password}`))
    await seedExamplePractices(db)
    const programmeId = await seedExampleTraining(db, { now: new Date(), memberEmail: 'member@example.org' })
    await seedExampleChapter(db, programmeId)
  })
  await once(db, 'demo.process', () => seedExampleProcess(db, { now: new Date(), facilitatorEmail: 'facilitator@example.org' }))
  const code = await exampleCode(db)
  if (code) lines.push(`Example process: come in with the code ${code} (/p/${code})`)
  lines.push(`Demonstration accounts: ${demoAccountsFile(dataDir)}`)
  return lines
}

/** Runs a part unless this database already had it; noted when done, so that a part which failed runs again. */
async function once(db: Db, part: string, run: () => Promise<void>): Promise<void> {
  const key = `seed.${part}`
  if (await db.selectFrom('setting').select('key').where('key', '=', key).executeTakeFirst()) return
  await run()
  await db
    .insertInto('setting')
    .values({ key, value: JSON.stringify({ at: new Date().toISOString() }) })
    .execute()
}

/** `casa seed --remove-examples`: takes away everything marked "esempio". */
export async function removeExamples(db: Db): Promise<number> {
  return (
    (await removeExampleProcesses(db)) +
    (await removeExampleChapters(db)) +
    (await removeExampleTraining(db)) +
    (await removeExamplePractices(db))
  )
}
