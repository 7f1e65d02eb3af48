import { mapPage } from '#app/practices/map-page.server.ts'
import type { Entered } from '#app/shared/http/enter.server.ts'
import { whileUnchanged } from '#app/shared/while-unchanged.server.ts'
import type { HomeMap } from './home.ts'

/** The map page's drawing and counts by province, so that home and map always agree. */
export const homeMap = (entered: Entered): Promise<HomeMap> =>
  whileUnchanged(entered.db, `home-map ${entered.lang}`, () => drawHomeMap(entered))

async function drawHomeMap(entered: Entered): Promise<HomeMap> {
  const { rows, drawing } = await mapPage({ ...entered, url: new URL(`/${entered.lang}/mappa`, entered.origin) })
  return {
    provinces: rows.filter((row) => row.count > 0).map(({ id, name, count, path }) => ({ id, name, count, path })),
    width: drawing.width,
    height: drawing.height,
    areas: drawing.areas,
    note: drawing.exact ? (drawing.attribution ?? '') : entered.t('practices.map.schematic'),
  }
}
