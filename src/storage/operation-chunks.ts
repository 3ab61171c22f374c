import type pg from 'pg'
import { float64OfBytes } from '../domain/float64-bytes.ts'
import { numberRows, rowLength } from './number-rows.ts'
import { rowsOf } from './prepared-statement.ts'

/** Lists of numbers by name: those that an operation works on, or has made. */
export type NumberLists = Record<string, Float64Array>

export const lengthOf = (lists: NumberLists): number => Object.values(lists).reduce((sum, list) => sum + list.length, 0)

/** Stores the lists of an operation, as part of the caller's transaction. */
export async function insertChunks(client: pg.PoolClient, id: string, lists: NumberLists): Promise<void> {
  for (const [part, list] of Object.entries(lists)) {
    for (const { position, bytes } of numberRows(list)) {
      await client.query({
        name: 'insert-operation-chunk',
        text: 'insert into operation_chunks (operation_id, part, position, "values") values ($1, $2, $3, $4)',
        values: [id, part, position, bytes]
      })
    }
  }
}

/** One list, in pieces as they are stored; no more than one is in memory. */
export async function* readChunks(pool: pg.Pool, id: string, part: string): AsyncGenerator<Float64Array> {
  for (let position = 0; ; position++) {
    const select = 'select "values" from operation_chunks where operation_id = $1 and part = $2 and position = $3'
    const [row] = await rowsOf<{ values: Uint8Array }>(pool, 'operation-chunk', select, [id, part, position])
    if (row === undefined) return
    const values = float64OfBytes(row.values)
    yield values
    if (values.length < rowLength) return
  }
}
