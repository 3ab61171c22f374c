import pg, { type Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg'
import { Problem } from '../domain/problems.ts'

/** Where statements go: a pool, or what stands before one. */
export interface Connections {
  connect(): Promise<PoolClient>
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>
}

/**
 * A pool whose connections may break at any time. An idle one is replaced at the next query. Of one in use the statement fails, or the next
 * one. Without listeners either event would end the process.
 * @param lost told of each idle connection that breaks
 */
export function openPool(config: PoolConfig, lost: (error: Error) => void): Pool {
  const pool = new pg.Pool(config)
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Work on a connection of its own; failures as they are. */
export async function onConnection<T>(pool: Pick<Connections, 'connect'>, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await work(client)
    client.release()
    return result
  } catch (error) {
    // After a problem of our own the connection is as good as before; after any other failure nobody knows.
    client.release(!(error instanceof Problem))
    throw error
  }
}
