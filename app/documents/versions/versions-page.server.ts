import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { compareWithPresent, listVersionDays, listVersions } from './version.queries.server.ts'

/** A day has at most one version every ten minutes, and those people kept. */
const perDay = 300
const mostNamed = 300
const doneKinds = ['restored', 'same', 'named', 'kept', 'unchanged'] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the page of a text's history shows for these query parameters. Refusals: not-found for an unknown version. */
export async function readVersionsPage(db: Db, ref: TextRef, query: URLSearchParams) {
  const named = query.get('nomi') === '1'
  const days = await listVersionDays(db, ref)
  const day = named ? undefined : (days.find((one) => one.day === query.get('giorno')) ?? days[0])?.day
  const versions = await listVersions(db, ref, { named, limit: named ? mostNamed : perDay, ...(day !== undefined && { day }) })
  const asked = query.get('versione')
  const compared = asked === null ? undefined : uuid.test(asked) ? await compareWithPresent(db, ref, asked) : undefined
  if (asked !== null && !compared) throw new AppError('not-found')
  return {
    versions,
    days,
    day,
    named,
    compared,
    done: doneKinds.find((kind) => kind === query.get('fatto')),
  }
}
