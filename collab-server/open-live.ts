import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import path from 'node:path'
import type pg from 'pg'
import type { Logger } from 'pino'
import { readParticipant } from '#app/codesign/join/participant-session.server.ts'
import { accessTo } from '#app/desk/document-access.server.ts'
import { readActor } from '#app/people/session.server.ts'
import type { Site } from '#app/shared/http/site.server.ts'
import type { Db } from '#db/connection.ts'
import { attachCollab, type Collab } from './attach.ts'
import { importSpill } from './import-spill.ts'
import { parametersOf } from './request-address.ts'

export type Live = Collab
type Parts = { db: Db; pool: pg.Pool; log: Logger; site: Site; dataDir: string }

/**
 * Live editing on this HTTP server: who is asking, from which site, and what they may do come from the product. Edits
 * that were unsaved at the last stop come in before anybody can connect.
 */
export async function openLive(server: Server, { db, pool, log, site, dataDir }: Parts): Promise<Live> {
  const spillFolder = path.join(dataDir, 'spill')
  await importSpill(db, spillFolder, log)
  return attachCollab(server, {
    db,
    pool,
    log,
    accessTo,
    authenticate: async (request) => {
      // Participants' pages say that they are: somebody who is signed in beside it writes there as a participant.
      if (asParticipant(request.url)) {
        const here = await readParticipant(db, request.headers.cookie, { secure: site.secure })
        return here && !here.ended ? here.participant : undefined
      }
      const { actor } = await readActor(db, request.headers.cookie, { secure: site.secure })
      return actor.kind === 'person' ? actor : undefined
    },
    allowedOrigin: (origin) => site.acceptsOrigin(origin),
    node: randomUUID(),
    spillFolder,
  })
}

const asParticipant = (url: string | undefined): boolean => parametersOf(url).has('partecipante')
