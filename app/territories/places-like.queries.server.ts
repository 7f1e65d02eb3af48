import type { Db } from '#db/connection.ts'
import { placesOfSimilarSize, type SizedPlace } from './places-like.ts'

export type PlacesLike = {
  id: string
  name_it: string
  name_en: string
  population: number | null
  zoneId: string | null
  sizeIds: string[]
}

/** A search filter takes 50 values: the place, its zone, and these. */
const MOST = 48

/** Every municipality with its population, zone and province. */
export async function sizedPlaces(db: Db): Promise<(SizedPlace & { name_it: string; name_en: string })[]> {
  return await db
    .selectFrom('territory as t')
    .leftJoin('zone_membership as m', 'm.municipality_id', 't.id')
    .where('t.level', '=', 'municipality')
    .select(['t.id', 't.name_it', 't.name_en', 't.population', 'm.zone_id as zoneId', 't.province_id as provinceId'])
    .execute()
}

/** What is like this municipality: its own zone, and the municipalities nearest to it in size. Undefined for anything else. */
export async function findPlacesLike(db: Db, id: string): Promise<PlacesLike | undefined> {
  const all = await sizedPlaces(db)
  const own = all.find((place) => place.id === id)
  if (!own) return undefined
  const { name_it, name_en, population, zoneId } = own
  return { id, name_it, name_en, population, zoneId, sizeIds: placesOfSimilarSize(own, all, MOST).map((place) => place.id) }
}
