/** Where a page of a list ended: the microsecond of creation and the id of its last item. Opaque to callers. */
export interface Position {
  at: string
  id: string
}

export interface PageRequest {
  /** 1 … 500 */
  limit: number
  after?: Position
}

/** Part of a list, newest first. `next` is null on the last page. */
export interface Page<T> {
  items: T[]
  next: Position | null
}

/** A page out of rows of which one more than the limit was asked for. */
export function pageOf<Row extends Position, T>(rows: readonly Row[], limit: number, itemOf: (row: Row) => T): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(itemOf), next: rows.length > limit && last ? { at: last.at, id: last.id } : null }
}
