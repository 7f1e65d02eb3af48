import { watchChanges } from './watch-changes.server.ts'

/** A single change is told almost at once; in a burst there is one event in this time, and the page asks once for everything. */
const GATHER_MS = 250
const SOON_MS = 25
const PRESENCE_MS = 2_000
const PULSE_MS = 20_000

type Options = {
  /** The process or the participant whose changes are told. */
  about: string
  /** What presence looks like now; a difference is an event. */
  presence?: () => string
  /** The reader has gone. */
  signal: AbortSignal
}

/**
 * Server-sent events of one page: "changed" and nothing else, at most four a second. What changed is read by the page
 * through its loader, which asks again who may see it.
 */
export function changeEvents({ about, presence, signal }: Options): Response {
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
      const unwatch = watchChanges(about, changed)
      const look = presence && lookAt(presence, changed)
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

function lookAt(presence: () => string, changed: () => void): NodeJS.Timeout {
  let seen = presence()
  return setInterval(() => {
    const now = presence()
    if (now !== seen) changed()
    seen = now
  }, PRESENCE_MS)
}
