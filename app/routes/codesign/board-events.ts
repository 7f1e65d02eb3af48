import type { LoaderFunctionArgs } from '@remix-run/node'
import { livePresence } from '#app/codesign/board/live-presence.ts'
import { findBoard, listTables } from '#app/codesign/board/read-board.server.ts'
import { changeEvents } from '#app/codesign/changes/change-events.server.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'

/** Tells a board or a projector that something changed (server-sent events). */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, params } = enterSignedIn(args)
  const { process, meeting } = await findBoard(db, actor, params.process ?? '', params.meeting ?? '')
  const texts = (await listTables(db, meeting.id)).map(({ documentId }) => documentId)
  const presence = () =>
    JSON.stringify(
      texts.map((text) =>
        livePresence()
          .read?.(text)
          ?.people.map(({ id }) => id),
      ),
    )
  return changeEvents({ about: process.id, presence, signal: args.request.signal })
}
