import { parseArgs } from 'node:util'
import { removeExamples, seed } from '#app/desk/seed.server.ts'
import { loadReferenceData } from '#db/load-reference-data.ts'
import { migrate } from '#db/migrate.ts'
import { type Command, CommandRefused, fileArgument, withDatabase, withDatabaseUrl, withoutArguments } from './command.ts'
import { withSearch } from './search.ts'
import { RestoreRefused, restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

export const migrateCommand: Command = {
  usage: 'migrate',
  does: 'brings the schema and the reference data up to date',
  run: async (context) => {
    withoutArguments(context.args)
    await withDatabase(context, async (db, url) => {
      const applied = await migrate(url)
      await loadReferenceData(db)
      context.print(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The schema is up to date.')
    })
  },
}

export const seedCommand: Command = {
  usage: 'seed [--remove-examples]',
  does: 'loads the starting content (SEED=content or demo) once, or takes the examples away',
  run: (context) => {
    const { values } = parseArgs({ args: context.args, options: { 'remove-examples': { type: 'boolean' } } })
    return withSearch(context, async ({ db, url, rebuild }) => {
      await migrate(url)
      await loadReferenceData(db)
      if (values['remove-examples']) return context.print(`Removed ${await removeExamples(db)} examples.`)
      const level = context.env.SEED ?? (context.env.DATABASE_URL ? 'content' : 'demo')
      for (const line of await seed(db, { level, dataDir: context.env.DATA_DIR })) context.print(line)
      await rebuild()
    })
  },
}

export const backupCommand: Command = {
  usage: 'backup FILE',
  does: 'writes everything to one new file, while the product runs',
  run: async (context) => {
    const file = fileArgument(context.args)
    const manifest = await withDatabaseUrl(context, (url) => writeBackup({ url, dataDir: context.env.DATA_DIR, file }))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    context.print(`${file}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files.`)
    if (manifest.missingFiles.length === 0) return 0
    context.print(`Missing on disk, and so in the backup: ${manifest.missingFiles.join(', ')}`)
    return 1
  },
}

export const restoreCommand: Command = {
  usage: 'restore FILE [--erasures JOURNAL]',
  does: 'puts a backup into an empty place (a new DATA_DIR or an empty database) and erases again what was erased since',
  run: async (context) => {
    const { values, positionals } = parseArgs({ args: context.args, options: { erasures: { type: 'string' } }, allowPositionals: true })
    const file = fileArgument(positionals)
    const erasures = values.erasures === undefined ? undefined : fileArgument([values.erasures])
    try {
      const restored = await withDatabaseUrl(context, (url) =>
        restoreBackup({ url, dataDir: context.env.DATA_DIR, file, ...(erasures !== undefined && { erasures }) }),
      )
      context.print(
        restored.erasures > 0
          ? `The journal of erasures has ${restored.erasures} entries: ${restored.replayed} texts were erased from again.`
          : 'No journal of erasures was found beside the backup or in DATA_DIR. If words were erased after this backup, restore again with --erasures.',
      )
      context.print(`Restored the backup of ${restored.madeAt}. Start the product: it rebuilds the search index.`)
    } catch (error) {
      throw error instanceof RestoreRefused ? new CommandRefused(error.message) : error
    }
  },
}
