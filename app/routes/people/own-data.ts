import type { LoaderFunctionArgs } from '@remix-run/node'
import { readOwnData } from '#app/people/own-data.queries.server.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'

/** A person's own data as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = enterSignedIn(args)
  const body = JSON.stringify(await readOwnData(db, actor.id), null, 2)
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="casa-comune-i-miei-dati.json"',
      'Cache-Control': 'no-store',
    },
  })
}
