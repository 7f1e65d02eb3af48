import type { LoaderFunctionArgs } from '@remix-run/node'
import QRCode from 'qrcode'
import { findPractice } from '#app/practices/practice.queries.server.ts'
import { pathOf } from '#app/practices/practice.ts'
import { visitor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { enter } from '#app/shared/http/enter.server.ts'

/** The address of a public sheet as a QR code, for posters and screens. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, origin, params } = enter(args)
  const found = await findPractice(db, visitor, params.slug ?? '')
  if (!found || 'moved' in found) throw new AppError('not-found')
  const svg = await QRCode.toString(`${origin}/${lang}${pathOf(found.sheet)}`, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=3600' } })
}
