import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'
import { enqueueFileText } from './enqueue-file-text.server.ts'
import { keepFileText, unreadFiles } from './keep-file-text.server.ts'

const oneFile = z.object({ id: z.uuid() })
const AT_ONCE = 100

export const fileTextTasks = ({ db, dataDir }: { db: Db; dataDir: string }): Tasks => ({
  'read-file-text': async (payload) => {
    await keepFileText(db, dataDir, oneFile.parse(payload).id)
  },
  'read-unread-files': async () => {
    for (const id of await unreadFiles(db, AT_ONCE)) await enqueueFileText(db, id)
  },
})

export const fileTextCrontab = ['*/15 * * * * read-unread-files']
