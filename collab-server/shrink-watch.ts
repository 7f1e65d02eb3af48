import type { Logger } from 'pino'
import { charactersOf } from '#app/documents/log/characters-of.server.ts'
import { alertShrinks, guardShrink } from '#app/documents/versions/guard-shrink.server.ts'
import { isShrunk } from '#app/documents/versions/is-shrunk.ts'
import type { Db } from '#db/connection.ts'
import type { Room } from './rooms.ts'

const lookAfterMs = 2_000

/** Looks at changed texts every now and then: when most of one was removed, it is kept as a version and somebody is told. */
export class ShrinkWatch {
  private readonly db: Db
  private readonly log: Logger
  private readonly waiting = new Set<Room>()

  constructor({ db, log }: { db: Db; log: Logger }) {
    this.db = db
    this.log = log
  }

  changed(room: Room): void {
    const { document } = room
    if (!document || this.waiting.has(room)) return
    this.waiting.add(room)
    setTimeout(() => {
      this.waiting.delete(room)
      const characters = charactersOf(document)
      const shrunk = isShrunk(room.characters, characters)
      room.characters = shrunk ? characters : Math.max(room.characters, characters)
      if (shrunk) this.keep(room).catch((error: unknown) => this.log.error({ text: room.name, err: error }, 'cannot keep a version'))
    }, lookAfterMs).unref()
  }

  private async keep(room: Room): Promise<void> {
    await guardShrink(this.db, room.ref)
    await alertShrinks(this.db, this.log)
  }
}
