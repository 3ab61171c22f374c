import type { ClientBase, PoolClient } from 'pg'
import { type Connections, onConnection } from './connection.ts'
import { guarded } from './failure.ts'

/**
 * Runs statements in a transaction on a connection of its own: committed where they give a result, rolled back where they give false or
 * throw.
 * @throws Problem `overloaded` where the database is away, and what the statements throw
 */
export const transaction = <T>(pool: Connections, statements: (client: PoolClient) => Promise<T>): Promise<T> =>
  guarded(() => onConnection(pool, (client) => inTransaction(client, () => statements(client))))

/** The same on the caller's connection, failures as they are. */
export async function inTransaction<T>(client: ClientBase, statements: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await statements()
    await client.query(result === false ? 'rollback' : 'commit')
    return result
  } catch (error) {
    // A connection on which not even this works has no transaction any more.
    await client.query('rollback').catch(() => {})
    throw error
  }
}
