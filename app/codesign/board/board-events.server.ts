import { watchProcess } from './board-watch.server.ts'

/** A single change is told almost at once; in a burst there is one event in this time, and the page asks once for everything. */
const GATHER_MS = 250
const SOON_MS = 25
const PRESENCE_MS = 2_000
const PULSE_MS = 20_000

type Options = {
  processId: string
  /** What presence looks like now; a difference is an event. */
  presence: () => string
  /** The reader has gone. */
  signal: AbortSignal
}

/**
 * Server-sent events of one board or projector: "changed" and nothing else, at most four a second. What changed is
 * read by the page through its loader, which asks again who may see it.
 */
export function boardEvents({ processId, presence, signal }: Options): Response {
  const encoder = new TextEncoder()
  let stop = (): void => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      let gathering: NodeJS.Timeout | undefined
      let sentAt = -Infinity
      const changed = () => {
        gathering ??= setTimeout(
          () => {
            gathering = undefined
            sentAt = performance.now()
            send('event: changed\ndata: 1\n\n')
          },
          Math.max(SOON_MS, sentAt + GATHER_MS - performance.now()),
        )
      }
      const unwatch = watchProcess(processId, changed)
      let seen = presence()
      const look = setInterval(() => {
        const now = presence()
        if (now !== seen) changed()
        seen = now
      }, PRESENCE_MS)
      const pulse = setInterval(() => send(': still here\n\n'), PULSE_MS)
      let open = true
      stop = () => {
        if (!open) return
        open = false
        unwatch()
        clearTimeout(gathering)
        clearInterval(look)
        clearInterval(pulse)
        controller.close()
      }
      signal.addEventListener('abort', stop, { once: true })
      send('retry: 2000\n\n')
    },
    cancel: () => stop(),
  })
  // no-transform: compression would keep events back until its buffer is full.
  // A proxy (docs/nginx.conf) must pass each event on at once, too.
  const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' }
  return new Response(body, { headers })
}
