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
