import type pg from 'pg'
import { float64OfBytes } from '../domain/float64-bytes.ts'
import { numberRows, rowLength } from './number-rows.ts'
import { rowsOf } from './prepared-statement.ts'
import type { ProjectDatabase } from './project-database.ts'

/** Lists of numbers by name: those that an operation works on, or has made. */
export type NumberLists = Record<string, Float64Array>

export const lengthOf = (lists: NumberLists): number => Object.values(lists).reduce((sum, list) => sum + list.length, 0)

/** Stores the lists of an operation, as part of the caller's transaction. */
export async function insertChunks(client: pg.PoolClient, project: string, id: string, lists: NumberLists): Promise<void> {
  for (const [part, list] of Object.entries(lists)) {
    for (const { position, bytes } of numberRows(list)) {
      await client.query({
        name: 'insert-operation-chunk',
        text: 'insert into operation_chunks (project, operation_id, part, position, "values") values ($1, $2, $3, $4, $5)',
        values: [project, id, part, position, bytes]
      })
    }
  }
}

/** One list, in pieces as they are stored; no more than one is in memory. */
export async function* readChunks({ project, pool }: ProjectDatabase, id: string, part: string): AsyncGenerator<Float64Array> {
  for (let position = 0; ; position++) {
    const select = 'select "values" from operation_chunks where project = $1 and operation_id = $2 and part = $3 and position = $4'
    const [row] = await rowsOf<{ values: Uint8Array }>(pool, 'operation-chunk', select, [project, id, part, position])
    if (row === undefined) return
    const values = float64OfBytes(row.values)
    yield values
    if (values.length < rowLength) return
  }
}
