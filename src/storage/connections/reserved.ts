import type { Client, ClientConfig } from 'pg'
import type { Connections } from '../connection.ts'
import { isAnswer, isTooManyConnections } from '../failure.ts'
import { everyProject } from '../project-connections.ts'
import { isSilence, within } from './silence.ts'
import { connectOnce } from './single.ts'
import { setLimits, timeLimits } from './time-limits.ts'

/**
 * A connection beside the pool, for short statements that must not wait for those who use the pool: whether the database answers, and that
 * work goes on, for every project. One statement at a time; each has two seconds, and as long for the way to the database.
 */
export interface ReservedConnection {
  /** @throws Error as the driver says it */
  rows<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/**
 * @param pool   lends one of its connections where the server has no other free
 * @param broken told of each time that the connection ends unasked
 */
export function reserveConnection(config: ClientConfig, pool: Connections, broken: () => void): ReservedConnection {
  let client: Client | null = null
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const open = async (): Promise<Client> => {
    const opened = await connectOnce(config, timeLimits.short)
    try {
      const limits = { statement: timeLimits.short, lock: timeLimits.short / 2, transaction: 0 }
      await within(timeLimits.short, opened, setLimits(opened, limits))
      await within(timeLimits.short, opened, opened.query(`select set_config('taper.project', $1, false)`, [everyProject]))
    } catch (error) {
      opened.connection.stream.destroy()
      throw error
    }
    opened.on('end', broken)
    return opened
  }
  const drop = () => {
    client?.connection.stream.destroy()
    client = null
  }
  const ask = async (text: string, values: unknown[]): Promise<object[]> => {
    for (;;) {
      const isFresh = client === null
      try {
        client ??= await open()
        return (await within(timeLimits.short, client, client.query(text, values))).rows
      } catch (error) {
        if (isFresh && isTooManyConnections(error)) return (await pool.query({ text, values })).rows
        if (isAnswer(error)) throw error
        drop()
        // One that broke while nobody used it says nothing about the database.
        if (isFresh || isClosed || isSilence(error)) throw error
      }
    }
  }

  return {
    rows<Row extends object>(text: string, values: unknown[] = []) {
      const asked = last.then(() => ask(text, values) as Promise<Row[]>)
      last = asked.catch(() => {})
      return asked
    },
    async close() {
      isClosed = true
      await last
      client?.off('end', broken)
      await client?.end()
    }
  }
}
