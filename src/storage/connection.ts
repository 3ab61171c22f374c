import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { Problem } from '../domain/problems.ts'

/** Where statements go: a pool, or what stands before one. */
export interface Connections {
  connect(): Promise<PoolClient>
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>
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
