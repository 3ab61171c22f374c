import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of loopback that nobody listens on just now, for a program that must be told one. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
