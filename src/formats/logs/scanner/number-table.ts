/** Records that all have the same columns in the same order. */
export interface NumberTable {
  readonly records: number
  /** The columns of each record, in the order of its numbers. */
  readonly columns: readonly number[]
  /** The numbers, record by record. */
  readonly values: Float64Array
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
