import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type ClientConfig } from 'pg'
import { isTooManyConnections } from '../failure.ts'
import { within } from './silence.ts'
import { keepAlive, setLimits, timeLimits } from './time-limits.ts'

/**
 * Connects outside of the pool. Whoever has the connection hears of its end by the statement that fails.
 * @throws Error as the driver says it
 */
export async function connectOnce(config: ClientConfig, connectMs: number): Promise<pg.Client> {
  const client = new pg.Client({ ...config, ...keepAlive })
  // Without a listener a broken connection would end the process.
  client.on('error', () => {})
  try {
    await within(connectMs, client, client.connect())
    return client
  } catch (error) {
    client.connection.stream.destroy()
    throw error
  }
}

/** The server is there, but starts, or has no connection free for now. */
const isComing = (error: unknown): boolean => isTooManyConnections(error) || (error as { code?: string }).code === '57P03'

/**
 * A connection to set up the database on, which may take as long as it takes. Waits for a server that starts, or has no connection free.
 * @throws Error where the database cannot be reached
 */
export async function connectToSetUp(config: ClientConfig): Promise<pg.Client> {
  const until = Date.now() + timeLimits.start
  for (;;) {
    try {
      const client = await connectOnce(config, timeLimits.connection)
      await setLimits(client, { statement: 0, lock: 0, transaction: 0 })
      return client
    } catch (error) {
      if (!isComing(error) || Date.now() > until) throw error
      await sleep(250)
    }
  }
}
