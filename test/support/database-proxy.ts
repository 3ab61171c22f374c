import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a database that can be cut and mended, as a network can. */
export interface DatabaseProxy {
  /** The same database, by this way. */
  url: string
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function databaseProxy(url: string): Promise<DatabaseProxy> {
  const target = new URL(url)
  const folder = target.searchParams.get('host')
  const { hostname } = target
  const databasePort = Number(target.port || 5432)
  const open = () => (folder?.startsWith('/') ? connect(`${folder}/.s.PGSQL.${databasePort}`) : connect(databasePort, hostname))
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = open()
    for (const [one, other] of [
      [client, database],
      [database, client]
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  target.searchParams.delete('host')
  target.hostname = '127.0.0.1'
  target.port = String(port)
  return {
    url: target.href,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend: () => listen(port)
  }
}
