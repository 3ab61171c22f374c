import type { Connections } from './connection.ts'
import { guarded, isBroken } from './failure.ts'

/**
 * The rows of one statement, which the server prepares once under its name.
 * @param isRepeatable whether it may be sent a second time where its connection breaks, as it does the same twice as once; one that only
 * reads may, so that a long answer is not cut off by the end of one connection
 * @throws Problem `overloaded` where the database is away
 */
export const rowsOf = <Row extends object>(
  pool: Connections,
  name: string,
  text: string,
  values: unknown[],
  isRepeatable = text.startsWith('select')
): Promise<Row[]> =>
  guarded(async () => {
    const send = () => pool.query<Row>({ name, text, values })
    const answer = await send().catch((error) => {
      if (isRepeatable && isBroken(error)) return send()
      throw error
    })
    return answer.rows
  })
