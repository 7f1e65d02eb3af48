import type pg from 'pg'
import type { Logger } from 'pino'
import { updateChannel } from '#app/documents/log/append-updates.server.ts'
import type { Rooms } from './rooms.ts'

/** `NOTIFY access_changed, '<person id>'`: roles, memberships, sessions or accounts changed; sent by whoever changes them. */
export const accessChannel = 'access_changed'

type FollowOptions = {
  pool: pg.Pool
  node: string
  rooms: Rooms
  log: Logger
  onAccessChanged: (personId: string) => void
  /** Notifications may have been missed: everything is looked at again. */
  onResumed: () => void
}

const longestPauseMs = 5_000

/**
 * Hears what other processes commit and applies it to the texts open here. One connection of its own; when it is lost
 * it is opened again, and every open text is compared with the log.
 */
export class LogFollower {
  private readonly options: FollowOptions
  private client: pg.PoolClient | undefined
  private stopped = false
  private pause = 100

  constructor(options: FollowOptions) {
    this.options = options
  }

  /** Resolves when the first attempt to listen is over, successful or not. */
  async start(resumed = false): Promise<void> {
    if (this.stopped) return
    let client: pg.PoolClient | undefined
    try {
      client = await this.options.pool.connect()
      if (this.stopped) return client.release(true)
      this.follow(client)
      await client.query(`listen ${updateChannel}; listen ${accessChannel}`)
      this.pause = 100
      if (resumed) this.options.onResumed()
    } catch (error) {
      this.options.log.warn({ err: error }, 'cannot follow the log yet')
      if (client) this.lost(client)
      else this.again()
    }
  }

  private follow(client: pg.PoolClient): void {
    this.client = client
    client.on('notification', ({ channel, payload = '' }) => this.hear(channel, payload))
    client.once('error', () => this.lost(client))
    client.once('end', () => this.lost(client))
  }

  private lost(client: pg.PoolClient): void {
    if (client !== this.client) return
    this.client = undefined
    client.release(true)
    this.again()
  }

  private again(): void {
    if (this.stopped) return
    this.pause = Math.min(longestPauseMs, this.pause * 2)
    setTimeout(() => void this.start(true), this.pause).unref()
  }

  private hear(channel: string, payload: string): void {
    if (channel === accessChannel) return this.options.onAccessChanged(payload)
    if (payload.startsWith(`${this.options.node} `)) return
    const list = payload.slice(payload.indexOf(' ') + 1)
    const rows = new Map<string, number[]>()
    for (const entry of list.split(',')) {
      const [name = '', id] = entry.split(':')
      rows.set(name, [...(rows.get(name) ?? []), Number(id)])
    }
    for (const [name, ids] of rows) {
      const room = this.options.rooms.byName.get(name)
      if (room)
        this.options.rooms
          .applyRows(room, ids)
          .catch((error: unknown) => this.options.log.error({ err: error, text: name }, 'cannot apply rows'))
    }
  }

  stop(): void {
    this.stopped = true
    const { client } = this
    this.client = undefined
    client?.release(true)
  }
}
