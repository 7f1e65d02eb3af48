import type { Actor } from '#app/shared/actor.ts'
import { findPracticeByDocument } from '#app/practices/practice.queries.server.ts'
import type { Db } from '#db/connection.ts'
import type { TextAccess } from './document-access.server.ts'

/** Page of the desk, without the language, where a text's noun is published; undefined for texts that have none. */
export async function publishPlace(db: Db, actor: Actor, text: TextAccess): Promise<string | undefined> {
  switch (text.kind) {
    case 'practice': {
      const practice = await findPracticeByDocument(db, actor, text.documentId)
      return practice && `/scrivania/pratiche/${practice.id}`
    }
    case 'chapter':
      return '/scrivania/manuale'
    case 'programme':
    case 'session':
    case 'take-away':
      return '/scrivania/formazione'
    case 'process':
      return '/scrivania/percorsi'
    case 'page':
    case 'table':
      return undefined
  }
}
