import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { accessTo } from '#app/desk/document-access.server.ts'
import { type Access, allows, liveName } from '#app/documents/access.ts'
import { type FileFacts, findFileUnchecked } from '#app/documents/images/file.queries.server.ts'
import { type Actor, visitor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { openStoredFile } from '#app/shared/files/stored-file.server.ts'
import type { AppContext } from '#app/shared/http/context.ts'

/**
 * GET /file/:id/:name: a picture or an attachment of a text. Public with an edition that shows it, else for those who
 * work on the text; an attachment also only for those who may read the text.
 */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const file = await findFileUnchecked(context.db, params.id ?? '')
  const open = file && (file.isPublic || (file.isAttached && (await may(context, visitor, file, 'read'))))
  if (!file || !(open || (await mayHave(context, file)))) throw new AppError('not-found')
  const headers = {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': open ? 'public, max-age=3600' : 'private, no-cache',
    ETag: `"${file.sha256}"`,
  }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  const bytes = Readable.toWeb(openStoredFile(context.env.DATA_DIR, file.sha256)) as ReadableStream<Uint8Array>
  return new Response(bytes, { headers: { ...headers, 'Content-Length': String(file.size) } })
}

/** What is frozen in an edition is for whoever reads the text, what is not yet for those who work on it. */
const mayHave = async (context: AppContext, file: FileFacts): Promise<boolean> =>
  context.actor.kind === 'person' && may(context, context.actor, file, file.isAttached ? 'read' : 'comment')

async function may({ db }: AppContext, actor: Actor, { documentId, langs }: FileFacts, needed: Access): Promise<boolean> {
  if (documentId === null) return false
  for (const lang of langs) if (allows(await accessTo(db, actor, liveName({ documentId, lang })), needed)) return true
  return false
}
