import type { Pool, PoolClient } from 'pg'
import { Problem } from '../domain/problems.ts'

/** Work on a connection of its own; failures as they are. */
export async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A connection that breaks fails the statement under way, or the next one; an event that nobody hears would end the process.
  const ignore = () => {}
  client.on('error', ignore)
  try {
    const result = await work(client)
    client.release()
    return result
  } catch (error) {
    // After a problem of our own the connection is as good as before; after any other failure nobody knows.
    client.release(!(error instanceof Problem))
    throw error
  } finally {
    client.off('error', ignore)
  }
}
