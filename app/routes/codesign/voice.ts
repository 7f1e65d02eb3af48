import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { canHearVoices } from '#app/codesign/answers/hear-voice.server.ts'
import { findVoiceUnchecked } from '#app/codesign/answers/voice.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { openStoredFile } from '#app/shared/files/stored-file.server.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'

/** GET /:lang/scrivania/voci/:contribution: a spoken answer, for the facilitators of its process and nobody else. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, env, actor, params } = enterSignedIn(args)
  const id = params.contribution ?? ''
  const voice = /^[0-9a-f-]{36}$/.test(id) ? await findVoiceUnchecked(db, id) : undefined
  if (!voice || !(await canHearVoices(db, actor, voice.process_id))) throw new AppError('not-found')
  const bytes = Readable.toWeb(openStoredFile(env.DATA_DIR, voice.sha256)) as ReadableStream<Uint8Array>
  return new Response(bytes, {
    headers: {
      'Content-Type': voice.media_type,
      'Content-Length': String(voice.size),
      'Content-Disposition': 'inline; filename="voce"',
      'Content-Security-Policy': "default-src 'none'; media-src 'self'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
