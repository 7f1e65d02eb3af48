import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { compareWithPresent, listVersions } from './version.queries.server.ts'

const perPage = 100
const doneKinds = ['restored', 'same', 'named', 'kept'] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the page of a text's history shows for these query parameters. Refusals: not-found for an unknown version. */
export async function readVersionsPage(db: Db, ref: TextRef, query: URLSearchParams) {
  const named = query.get('nomi') === '1'
  const from = new Date(query.get('prima') ?? Number.NaN)
  const before = Number.isNaN(from.getTime()) ? undefined : from
  const versions = await listVersions(db, ref, { named, before, limit: perPage + 1 })
  const asked = query.get('versione')
  const compared = asked === null ? undefined : uuid.test(asked) ? await compareWithPresent(db, ref, asked) : undefined
  if (asked !== null && !compared) throw new AppError('not-found')
  return {
    versions: versions.slice(0, perPage),
    older: versions.length > perPage ? versions[perPage - 1]?.createdAt.toISOString() : undefined,
    named,
    compared,
    done: doneKinds.find((kind) => kind === query.get('fatto')),
  }
}
