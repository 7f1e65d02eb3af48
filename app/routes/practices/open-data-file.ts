import type { LoaderFunctionArgs } from '@remix-run/node'
import { openDataFile, openFormats } from '#app/practices/open-data-files.server.ts'
import { AppError } from '#app/shared/app-error.ts'

/** /dati-aperti/buone-pratiche.csv, .json, .geojson */
export function loader({ context, params }: LoaderFunctionArgs) {
  const [, name = '', ending] = /^(buone-pratiche)\.(\w+)$/.exec(params.file ?? '') ?? []
  const format = openFormats.find((known) => known === ending)
  if (!format) throw new AppError('not-found')
  return openDataFile(context.db, context.origin, format, name)
}
