import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Writer } from '#app/shared/actor.ts'
import type { Authenticate } from './recheck-access.ts'
import { isForLive } from './request-address.ts'

type GuardOptions = {
  allowedOrigin: (origin: string | undefined, request: IncomingMessage) => boolean
  authenticate: Authenticate
  log: Logger
  sockets: WebSocketServer
  welcome: (socket: WebSocket, stream: Duplex, request: IncomingMessage, person: Writer) => void
}

/** Checks Origin (403) and cookie (401) before a socket exists and before anything is loaded. */
export function guardUpgrade({ allowedOrigin, authenticate, log, sockets, welcome }: GuardOptions) {
  return (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', (error) => log.debug({ err: error }, 'socket error'))
    if (!isForLive(request.url)) return answer(stream, '404 Not Found')
    if (!allowedOrigin(request.headers.origin, request)) return answer(stream, '403 Forbidden')
    authenticate(request).then(
      (person) => {
        if (!person) return answer(stream, '401 Unauthorized')
        sockets.handleUpgrade(request, stream, head, (socket) => welcome(socket, stream, request, person))
      },
      (error: unknown) => {
        log.error({ err: error }, 'cannot authenticate')
        answer(stream, '503 Service Unavailable')
      },
    )
  }
}

const answer = (stream: Duplex, status: string): void =>
  void stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
