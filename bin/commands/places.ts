import { promises as fs } from 'node:fs'
import path from 'node:path'
import { readBoundaries } from '#app/shared/map/boundaries.ts'
import { importZoneMembership } from '#app/territories/import-zone-membership.server.ts'
import { type Command, CommandRefused, fileArgument, readNamedFile, UsageError } from './command.ts'
import { withSearch } from './search.ts'

function importFile(args: string[]): string {
  const [verb, ...rest] = args
  if (verb !== 'import') throw new UsageError('The only verb is "import".')
  return fileArgument(rest)
}

export const territoriesCommand: Command = {
  usage: 'territories import FILE.csv',
  does: 'corrects which health zone municipalities belong to (istat_code, zone_code, source, verified)',
  run: async (context) => {
    const csv = await readNamedFile(importFile(context.args))
    return withSearch(context, async ({ db, rebuild }) => {
      const { changed, unchanged, problems } = await importZoneMembership(db, csv)
      for (const { row, field, problem } of problems) context.print(`row ${row}, ${field}: ${problem}`)
      if (problems.length > 0) throw new CommandRefused('Nothing was changed.')
      context.print(`${changed} changed, ${unchanged} as before.`)
      if (changed > 0) await rebuild()
    })
  },
}

export const boundariesCommand: Command = {
  usage: 'boundaries import FILE.geojson',
  does: 'draws the map from real boundaries (polygons with the property istat_code)',
  run: async ({ args, env, print }) => {
    const text = (await readNamedFile(importFile(args))).toString('utf8')
    const areas = parseBoundaries(text)
    const target = path.join(env.DATA_DIR, 'boundaries.geojson')
    await fs.mkdir(env.DATA_DIR, { recursive: true, mode: 0o711 })
    await fs.writeFile(`${target}.new`, text)
    await fs.rename(`${target}.new`, target)
    print(`${areas} municipalities. The map follows at once.`)
  },
}

function parseBoundaries(text: string): number {
  try {
    return readBoundaries(JSON.parse(text)).areas.size
  } catch (error) {
    throw new CommandRefused(`This is not a GeoJSON of municipalities: ${error instanceof Error ? error.message : String(error)}`)
  }
}
