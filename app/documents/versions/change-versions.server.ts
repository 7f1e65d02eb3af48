import type { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { keepVersion } from './keep-version.server.ts'
import { nameVersion } from './name-version.server.ts'
import { restoreVersion } from './restore-version.server.ts'
import type { versionForm } from './version.ts'

export type VersionsChanged = { done: 'restored' | 'same' | 'named' | 'kept'; version?: string }

/** Does what was asked for on the page of versions; `version` is the one to go on showing. Refusals: not-found. */
export async function changeVersions(db: Db, ref: TextRef, form: z.output<typeof versionForm>, personId: string): Promise<VersionsChanged> {
  switch (form.intent) {
    case 'restore':
      return { done: (await restoreVersion(db, { ...ref, version: form.version, personId })) ? 'restored' : 'same' }
    case 'name':
      await nameVersion(db, { ...ref, version: form.version, name: form.name })
      return { done: 'named', version: form.version }
    case 'keep':
      await keepVersion(db, { ...ref, reason: 'kept', name: form.name || null })
      return { done: 'kept' }
  }
}
