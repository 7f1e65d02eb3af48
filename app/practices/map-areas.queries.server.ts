import type { Db } from '#db/connection.ts'

/** A municipality on the map: its code there, and what lies around it. */
export type MapMunicipality = { id: string; code: string; lat: number; lon: number; province: string | null; zone: string | null }

/** The municipalities with coordinates, and the province and zone each belongs to. */
export async function mapMunicipalities(db: Db): Promise<MapMunicipality[]> {
  const rows = await db
    .selectFrom('territory as t')
    .leftJoin('zone_membership as z', 'z.municipality_id', 't.id')
    .select(['t.id', 't.istat_code', 't.lat', 't.lon', 't.province_id', 'z.zone_id'])
    .where('t.level', '=', 'municipality')
    .orderBy('t.istat_code')
    .execute()
  return rows.flatMap(({ id, istat_code, lat, lon, province_id, zone_id }) =>
    istat_code && lat !== null && lon !== null ? [{ id, code: istat_code, lat, lon, province: province_id, zone: zone_id }] : [],
  )
}
