import type { LoaderFunctionArgs } from '@remix-run/node'
import QRCode from 'qrcode'
import { codeFor, listActiveCodes, listMeetings, nextOf } from '#app/codesign/process/process-parts.queries.server.ts'
import { findProcess } from '#app/codesign/process/process.queries.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { enter } from '#app/shared/http/enter.server.ts'

/** The way into a process as a QR code, while a code is active. Never kept by browsers: a closed code must not linger. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, origin, params } = enter(args)
  const { id } = await findProcess(db, actor, params.process ?? '')
  const active = codeFor(await listActiveCodes(db, id), nextOf(await listMeetings(db, id), new Date())?.id)
  if (!active) throw new AppError('not-found')
  const svg = await QRCode.toString(`${origin}/p/${active.code}`, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' } })
}
