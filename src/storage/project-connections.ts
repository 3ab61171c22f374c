import { AsyncLocalStorage } from 'node:async_hooks'
import pg, { type PoolClient, type QueryConfig } from 'pg'
import { type Connections, onConnection } from './connection.ts'

/** In the place of a project: the service itself, at work across projects. No project has that name. */
export const everyProject = '*'

/**
 * Connections of one pool, each set to whom it works for: row-level security in PostgreSQL reads `taper.project`. A connection stays so
 * until it is handed to another project, so that only a change costs a round trip.
 * @param role that projects work as, where the user of the pool is not held by row-level security; null where it is
 */
export function projectConnections(pool: pg.Pool, role: string | null): (project: string) => Connections {
  const setTo = new WeakMap<PoolClient, string>()
  return (project) => {
    const connect = async (): Promise<PoolClient> => {
      const client = await pool.connect()
      if (setTo.get(client) === project) return client
      try {
        await client.query(statementFor(project, role))
      } catch (error) {
        client.release(true)
        throw error
      }
      setTo.set(client, project)
      return client
    }
    return { connect, query: (statement) => onConnection({ connect }, (client) => client.query(statement)) }
  }
}

const statementFor = (project: string, role: string | null): QueryConfig =>
  role === null
    ? { name: 'set-project', text: `select set_config('taper.project', $1, false)`, values: [project] }
    : {
        name: 'set-project',
        text: `select set_config('taper.project', $1, false), set_config('role', $2, false)`,
        values: [project, project === everyProject ? 'none' : role]
      }

/**
 * The pool that Prisma takes: its connections are those that {@link onBehalf} names for the caller, and outside of it there are none. It
 * opens none of its own.
 */
export function callersPool(): { pool: pg.Pool; onBehalf<T>(connections: Connections, work: () => Promise<T>): Promise<T> } {
  const caller = new AsyncLocalStorage<Connections>()
  const current = (): Connections => {
    const connections = caller.getStore()
    if (!connections) throw new Error('A statement of Prisma that no project has asked for.')
    return connections
  }
  const pool = Object.assign(new pg.Pool(), {
    connect: async () => await current().connect(),
    query: async (statement: QueryConfig) => await current().query(statement)
  })
  return { pool, onBehalf: (connections, work) => caller.run(connections, work) }
}
