import type { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { keepVersion } from './keep-version.server.ts'
import { nameVersion } from './name-version.server.ts'
import { restoreVersion } from './restore-version.server.ts'
import type { versionForm } from './version.ts'

export type VersionsChanged = { done: 'restored' | 'same' | 'named' | 'kept' | 'unchanged'; version?: string }

/** Does what was asked for on the page of versions; `version` is the one to go on showing. Refusals: not-found. */
export async function changeVersions(db: Db, ref: TextRef, form: z.output<typeof versionForm>, personId: string): Promise<VersionsChanged> {
  switch (form.intent) {
    case 'restore':
      return { done: (await restoreVersion(db, { ...ref, version: form.version, personId })) ? 'restored' : 'same' }
    case 'name':
      await nameVersion(db, { ...ref, version: form.version, name: form.name })
      return { done: 'named', version: form.version }
    case 'keep': {
      // The same state is kept once: a name goes to the version that is there, and without one nothing is to be told as kept.
      const before = await countVersions(db, ref)
      await keepVersion(db, { ...ref, reason: 'kept', name: form.name || null })
      if ((await countVersions(db, ref)) > before) return { done: 'kept' }
      return { done: form.name ? 'named' : 'unchanged' }
    }
  }
}

const countVersions = async (db: Db, { documentId, lang }: TextRef): Promise<number> => {
  const versions = db.selectFrom('document_version').where('document_id', '=', documentId).where('lang', '=', lang)
  const { n } = await versions.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}
