import net, { type AddressInfo } from 'node:net'

const settled: Promise<unknown> = Promise.resolve()

/** Told of everything that passes: `asked` on its way to the database, `answered` on its way back, before it is handed on. */
type Tap = (direction: 'asked' | 'answered', data: Buffer) => void

/**
 * A way to the database that can be cut, frozen or slowed down: what is between a server and its database when a cable is
 * pulled or a disk is busy.
 */
export async function cable(target: string, tap: Tap = () => undefined) {
  const { hostname, port } = new URL(target)
  const open = new Set<net.Socket>()
  let cut = false
  let frozen = false
  let slowMs = 0
  const proxy = net.createServer((client) => {
    if (cut) return client.destroy()
    const upstream = net.connect(Number(port), hostname)
    for (const [socket, other, direction] of [
      [client, upstream, 'asked'],
      [upstream, client, 'answered'],
    ] as const) {
      open.add(socket)
      let last: Promise<unknown> = settled // answers that were slowed down stay in order
      socket.on('data', (data) => {
        if (frozen) return
        const pass = () => {
          tap(direction, data)
          if (!other.destroyed) other.write(data)
        }
        if (direction === 'asked') return pass()
        const due = slowMs > 0 ? new Promise((resolve) => setTimeout(resolve, slowMs)) : undefined
        if (!due && last === settled) return pass()
        const mine = Promise.all([last, due]).then(pass)
        last = mine
        void mine.then(() => last === mine && (last = settled))
      })
      socket.on('end', () => other.end())
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = new URL(target)
  address.hostname = '127.0.0.1'
  address.port = String((proxy.address() as AddressInfo).port)
  const drop = () => open.forEach((socket) => socket.destroy())
  return {
    url: address.href,
    cut: () => {
      cut = true
      drop()
    },
    /** Every answer takes so many milliseconds longer. */
    slow: (ms: number) => void (slowMs = ms),
    /** Everything sent from now on is lost, and nobody notices. */
    freeze: () => void (frozen = true),
    mend: () => {
      if (frozen) drop()
      cut = frozen = false
      slowMs = 0
    },
    close: () => {
      drop()
      proxy.close()
    },
  }
}
