import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a database that can be cut and mended, as a network can. */
export interface DatabaseProxy {
  /** The same database, by this way. */
  url: string
  /** Ends what is open, and refuses what comes. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Ends what is open by a reset. */
  reset(): void
  /** Ends what is open in one direction: the service hears that nothing will come any more. */
  halfClose(): void
  /** From now on nothing passes, over what is open and what comes, and nobody is told. */
  silence(): void
  /** What comes passes again. What was silent stays so, as after a firewall has forgotten it. */
  heal(): void
  /**
   * Resets the connection over which the service sends its nth piece from now on, n from 0: `before` the database gets it, or `after`, instead
   * of the answer. Once; gives whether it has happened so far.
   */
  breakAt(n: number, when: 'before' | 'after'): () => boolean
}

interface Pair {
  client: Socket
  database: Socket
  isSilent: boolean
  /** What comes back resets the connection. */
  breaksOnAnswer: boolean
}

export async function databaseProxy(url: string): Promise<DatabaseProxy> {
  const target = new URL(url)
  const folder = target.searchParams.get('host')
  const { hostname } = target
  const databasePort = Number(target.port || 5432)
  const open = (): Socket => {
    const place = folder?.startsWith('/') ? { path: `${folder}/.s.PGSQL.${databasePort}` } : { port: databasePort, host: hostname }
    return connect({ ...place, allowHalfOpen: true })
  }
  const pairs = new Set<Pair>()
  let isSilent = false
  let breaking: { left: number; when: 'before' | 'after'; hasHappened: boolean } | null = null

  const reset = ({ client, database }: Pair) => {
    client.resetAndDestroy()
    database.destroy()
  }
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const pair: Pair = { client, database: open(), isSilent, breaksOnAnswer: false }
    pairs.add(pair)
    const { database } = pair
    client.on('data', (bytes) => {
      if (pair.isSilent) return
      const plan = breaking
      if (plan !== null && !plan.hasHappened && plan.left-- === 0) {
        plan.hasHappened = true
        if (plan.when === 'before') {
          reset(pair)
          return
        }
        pair.breaksOnAnswer = true
      }
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (pair.isSilent) return
      if (pair.breaksOnAnswer) reset(pair)
      else client.write(bytes)
    })
    for (const [one, other] of [
      [client, database],
      [database, client]
    ] as const) {
      one.on('error', () => {})
      one.on('end', () => !pair.isSilent && other.end())
      one.on('close', () => {
        pairs.delete(pair)
        other.destroy()
      })
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
      for (const { client, database } of pairs) {
        client.destroy()
        database.destroy()
      }
      await closed
    },
    mend: () => listen(port),
    reset() {
      for (const pair of pairs) reset(pair)
    },
    halfClose() {
      for (const { client } of pairs) client.end()
    },
    silence() {
      isSilent = true
      for (const pair of pairs) pair.isSilent = true
    },
    heal() {
      isSilent = false
    },
    breakAt(n, when) {
      const plan = { left: n, when, hasHappened: false }
      breaking = plan
      return () => plan.hasHappened
    }
  }
}
