import type { Connections } from './connection.ts'
import { guarded } from './failure.ts'

/**
 * The rows of one statement, which the server prepares once under its name.
 * @throws Problem `overloaded` where the database is away
 */
export const rowsOf = <Row extends object>(pool: Connections, name: string, text: string, values: unknown[]): Promise<Row[]> =>
  guarded(async () => (await pool.query<Row>({ name, text, values })).rows)
