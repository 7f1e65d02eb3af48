import type pg from 'pg'
import type { Logger } from '#app/shared/log.server.ts'
import { once } from '#app/shared/once.ts'

/**
 * `NOTIFY codesign_changed, '<process id>'` is sent by the triggers of migration 2026-11-22-32-1, `NOTIFY
 * access_changed, '<person or participant id>'` by whoever changes somebody's rights.
 */
const channels = ['codesign_changed', 'access_changed'] as const
const longestPauseMs = 5_000

type Hear = () => void
const listeners = () => once('watch-changes', () => new Map<string, Set<Hear>>())

/**
 * Calls `hear` after every change of this process's meetings, or of this participant's rights, until the returned
 * function is called.
 */
export function watchChanges(about: string, hear: Hear): () => void {
  const all = listeners()
  const heard = all.get(about) ?? new Set<Hear>()
  all.set(about, heard.add(hear))
  return () => {
    heard.delete(hear)
    if (heard.size === 0) all.delete(about)
  }
}

/** How many watch this now, on this node. */
export const watchersOf = (about: string): number => listeners().get(about)?.size ?? 0

/**
 * Listens for changes on one connection of its own, for all boards and participants' pages of this node. A lost
 * connection is opened again, and every page looks anew, since notices may have been missed. Returns what stops it.
 */
export function followChanges(pool: pg.Pool, log: Logger): () => void {
  let client: pg.PoolClient | undefined
  let stopped = false
  let pause = 100

  const start = async (resumed: boolean): Promise<void> => {
    if (stopped) return
    try {
      const connected = await pool.connect()
      if (stopped) return connected.release(true)
      client = connected
      connected.on('notification', ({ payload = '' }) =>
        listeners()
          .get(payload)
          ?.forEach((hear) => hear()),
      )
      connected.once('error', () => lost(connected))
      connected.once('end', () => lost(connected))
      for (const channel of channels) await connected.query(`listen ${channel}`)
      pause = 100
      if (resumed) for (const heard of listeners().values()) heard.forEach((hear) => hear())
    } catch (error) {
      log.warn({ err: error }, 'pages cannot follow changes yet')
      if (client) lost(client)
      else again()
    }
  }
  const lost = (which: pg.PoolClient): void => {
    if (which !== client) return
    client = undefined
    which.release(true)
    again()
  }
  const again = (): void => {
    if (stopped) return
    pause = Math.min(longestPauseMs, pause * 2)
    setTimeout(() => void start(true), pause).unref()
  }
  void start(false)
  return () => {
    stopped = true
    client?.release(true)
    client = undefined
  }
}
