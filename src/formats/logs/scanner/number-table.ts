/** Records that all have the same columns in the same order. */
export interface NumberTable {
  readonly records: number
  /** The columns of each record, in the order of its numbers. */
  readonly columns: readonly number[]
  /** The numbers, record by record. */
  readonly values: Float64Array
}

/** Whether records are a table: each has `width` numbers, of the columns of the first. */
export function tableOf(records: number, ends: Uint32Array, columns: Uint32Array, values: Float64Array): NumberTable | null {
  const width = ends[0]!
  if (width === 0 || ends[records - 1] !== records * width) return null
  for (let i = width; i < records * width; i++) if (columns[i] !== columns[i - width]) return null
  for (let record = 1; record < records; record++) if (ends[record] !== (record + 1) * width) return null
  return { records, columns: Array.from(columns.subarray(0, width)), values }
}

interface TakesRecords {
  put(column: number, cell: number): void
  end(place: number): void
}

/** Hands on a table record by record. */
export function replay(recorder: TakesRecords, { records, columns, values }: NumberTable, place: number): void {
  const width = columns.length
  for (let record = 0; record < records; record++) {
    for (let i = 0; i < width; i++) recorder.put(columns[i]!, values[record * width + i]!)
    recorder.end(place + record)
  }
}
