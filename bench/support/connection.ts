import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One keep-alive connection that sends ready-made requests one after the other: as light a client as there can be. */
export interface Connection {
  /** Sends the bytes of a request and waits for the whole answer. */
  exchange(request: Buffer): Promise<{ status: number; bytes: number }>
  close(): void
}

/** A request as bytes. `body` may be text or bytes. */
export function request(method: string, path: string, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Buffer {
  const bytes = Buffer.from(body)
  const lines = Object.entries({ host: '127.0.0.1', 'content-length': String(bytes.length), ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`
  )
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), bytes])
}

export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  let settle: ((answer: { status: number; bytes: number }) => void) | null = null
  let fail: ((error: Error) => void) | null = null
  let head = ''
  let status = 0
  let bytes = 0
  let expected = 0
  let chunked = false
  let tail = ''
  socket.on('error', (error) => fail?.(error))
  socket.on('close', () => fail?.(new Error('the connection was closed')))
  socket.on('data', (data: Buffer) => {
    let body = data
    if (expected < 0) {
      head += data.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      status = Number(head.slice(9, 12))
      chunked = /\r\ntransfer-encoding: chunked/i.test(head.slice(0, end))
      expected = chunked ? Number.POSITIVE_INFINITY : Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1] ?? 0)
      body = data.subarray(data.length - (head.length - end - 4))
    }
    bytes += body.length
    if (chunked) {
      tail = (tail + body.subarray(-8).toString('latin1')).slice(-7)
      if (tail.endsWith('0\r\n\r\n')) expected = bytes
    }
    if (bytes >= expected) settle?.({ status, bytes })
  })
  return {
    exchange(message) {
      head = tail = ''
      bytes = 0
      expected = -1
      return new Promise((resolve, reject) => {
        settle = resolve
        fail = reject
        socket.write(message)
      })
    },
    close: () => socket.destroy()
  }
}
