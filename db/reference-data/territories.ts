import type { Insertable } from 'kysely'
import { type Db } from '../connection.ts'
import type { DB } from '../schema.generated.ts'
import { field, readReference } from './read-csv.ts'
import { slugOf } from './slug.ts'

type Territory = Insertable<DB['territory']>

const LIMITS = 'ISTAT via openpolis/geojson-italy (CC BY 4.0)'
const POPULATION = `${LIMITS}; popolazione ISTAT al 1° gennaio`

function region(provinces: Territory[]): Territory {
  const population = provinces.reduce((sum, province) => sum + (province.population ?? 0), 0)
  const names = { name_it: 'Toscana', name_en: 'Tuscany', slug: 'toscana' }
  return { id: 'regione:toscana', level: 'region', ...names, lat: 43.45, lon: 11.1, population, population_year: 2021, source: POPULATION }
}

/** The province's point is the middle of its municipalities', weighted by people. */
function provinces(municipalities: Territory[]): Territory[] {
  return readReference('provinces').map((row) => {
    const id = `provincia:${field(row, 'code')}`
    const inside = municipalities.filter((municipality) => municipality.province_id === id)
    const people = inside.reduce((sum, { population }) => sum + (population ?? 0), 0)
    const middle = (axis: 'lat' | 'lon'): number =>
      Number((inside.reduce((sum, one) => sum + (one[axis] ?? 0) * (one.population ?? 0), 0) / people).toFixed(5))
    const name = field(row, 'name')
    const names = { name_it: name, name_en: name === 'Firenze' ? 'Florence' : name, slug: slugOf(name), sigla: field(row, 'sigla') }
    const numbers = { lat: middle('lat'), lon: middle('lon'), population: Number(field(row, 'population_2021')), population_year: 2021 }
    return { id, level: 'province', ...names, ...numbers, source: POPULATION }
  })
}

function zones(): Territory[] {
  return readReference('zones').map((row) => {
    const name = field(row, 'zone_name')
    const code = field(row, 'zone_code')
    const numbers = { lat: Number(row.lat), lon: Number(row.lon), population: Number(row.population_2021), population_year: 2021 }
    const names = { name_it: name, name_en: name, slug: code, health_authority: field(row, 'health_authority') }
    return { id: `zona:${code}`, level: 'zone', ...names, ...numbers, source: POPULATION }
  })
}

function municipalities(): Territory[] {
  return readReference('territories').map((row) => {
    const name = field(row, 'name')
    const code = field(row, 'istat_code')
    return {
      id: `comune:${code}`,
      level: 'municipality',
      slug: slugOf(name),
      name_it: name,
      name_en: name === 'Firenze' ? 'Florence' : name,
      istat_code: code,
      cadastral_code: field(row, 'cadastral_code'),
      province_id: `provincia:${field(row, 'province_code')}`,
      health_authority: field(row, 'health_authority'),
      lat: Number(field(row, 'lat')),
      lon: Number(field(row, 'lon')),
      population: Number(field(row, 'population')),
      population_year: Number(field(row, 'population_year')),
      source: POPULATION,
    }
  })
}

function countries(): Territory[] {
  return readReference('countries').map((row) => {
    const name = field(row, 'name_it')
    const names = { name_it: name, name_en: field(row, 'name_en'), slug: slugOf(name) }
    return { id: `paese:${field(row, 'code')}`, level: 'country', ...names, lat: Number(row.lat), lon: Number(row.lon), source: null }
  })
}

/** Places never change by hand: names stay as they are, figures follow the files. */
export async function loadTerritories(db: Db): Promise<void> {
  const towns = municipalities()
  const above = provinces(towns)
  for (const rows of [[region(above)], above, zones(), countries(), towns]) {
    await db
      .insertInto('territory')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({
            population: ref('excluded.population'),
            population_year: ref('excluded.population_year'),
            lat: ref('excluded.lat'),
            lon: ref('excluded.lon'),
            source: ref('excluded.source'),
          }))
          .where(({ eb, ref, or }) =>
            or([
              eb('territory.population', 'is distinct from', ref('excluded.population')),
              eb('territory.population_year', 'is distinct from', ref('excluded.population_year')),
              eb('territory.lat', 'is distinct from', ref('excluded.lat')),
              eb('territory.lon', 'is distinct from', ref('excluded.lon')),
              eb('territory.source', 'is distinct from', ref('excluded.source')),
            ]),
          ),
      )
      .execute()
  }
}

/** Which zone a municipality belongs to is managed data: the starting value never replaces a correction. */
export async function loadZoneMembership(db: Db): Promise<void> {
  const rows = readReference('territories').map((row) => {
    const verified = row.zone_certainty === 'high'
    const source = verified ? 'Elenco dei Comuni della zona in una fonte pubblica' : 'Ripartizione redazionale, da verificare'
    return { municipality_id: `comune:${field(row, 'istat_code')}`, zone_id: `zona:${field(row, 'zone_code')}`, source, verified }
  })
  await db
    .insertInto('zone_membership')
    .values(rows)
    .onConflict((conflict) => conflict.column('municipality_id').doNothing())
    .execute()
}
