import net, { type AddressInfo } from 'node:net'

/** A way to the database that can be cut, or frozen: what is between a server and its database when a cable is pulled. */
export async function cable(target: string) {
  const { hostname, port } = new URL(target)
  const open = new Set<net.Socket>()
  let cut = false
  let frozen = false
  const proxy = net.createServer((client) => {
    if (cut) return client.destroy()
    const upstream = net.connect(Number(port), hostname)
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket)
      socket.on('data', (data) => frozen || other.write(data))
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
    /** Everything sent from now on is lost, and nobody notices. */
    freeze: () => void (frozen = true),
    mend: () => {
      if (frozen) drop()
      cut = frozen = false
    },
    close: () => {
      drop()
      proxy.close()
    },
  }
}
