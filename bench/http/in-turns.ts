import type { FastifyInstance } from 'fastify'
import { type Connection, openConnection } from '../support/connection.ts'
import { machine, median, table } from '../support/machine.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 300)
const block = 400
const connections = 20

/** A service of this process, and what is sent to it. */
export interface Served {
  title: string
  app: FastifyInstance
  message: Buffer
}

/**
 * Compares what a request takes of services that are all in this process. They take turns after a few hundred requests, so that what else the
 * machine does weighs on all alike; measured is processor time, with that of the client, which is the same for all. Prints a table; the first
 * service is the one that others are compared with. Closes nothing.
 */
export async function compareInTurns(request: string, services: readonly Served[]): Promise<void> {
  const opened = await Promise.all(
    services.map(async ({ app }) => {
      const url = await app.listen({ host: '127.0.0.1', port: 0 })
      return await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
    })
  )
  /** Microseconds of processor time of a request, client included. */
  const measure = async (open: readonly Connection[], message: Buffer): Promise<number> => {
    const before = process.cpuUsage()
    await Promise.all(
      open.map(async (connection) => {
        for (let i = 0; i < block / connections; i++) {
          const { status } = await connection.exchange(message)
          if (status !== 200) throw new Error(`answered ${status}`)
        }
      })
    )
    const { user, system } = process.cpuUsage(before)
    return (user + system) / block
  }
  const measured: number[][] = services.map(() => [])
  for (let round = 0; round < rounds + 30; round++) {
    for (let turn = 0; turn < services.length; turn++) {
      const which = (round + turn) % services.length
      const microseconds = await measure(opened[which]!, services[which]!.message)
      // The first rounds warm up.
      if (round >= 30) measured[which]!.push(microseconds)
    }
  }
  const more = (which: number) => median(measured[which]!.map((microseconds, round) => microseconds - measured[0]![round]!))
  console.log(`${machine()}; ${connections} connections, ${rounds} rounds of ${block} requests each\n`)
  table(
    [request, 'µs of a request, client included', 'ns more than the first', 'per cent'],
    services.map(({ title }, which) => [
      title,
      median(measured[which]!).toFixed(2),
      (1000 * more(which)).toFixed(0),
      ((100 * more(which)) / median(measured[0]!)).toFixed(2)
    ])
  )
  for (const connection of opened.flat()) connection.close()
}
