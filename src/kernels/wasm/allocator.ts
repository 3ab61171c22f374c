/** A piece of linear memory: bytes from `start`. */
export interface Block {
  readonly start: number
  readonly size: number
}

/** Pieces begin at multiples of a cache line, which is more than any vector needs. */
const alignment = 64

/** Allocates pieces of linear memory from `from` on: the first free one that fits. Joins neighbours on release. */
export function createAllocator(from: number, grow: (end: number) => void) {
  let free: Block[] = []
  let end = Math.ceil(from / alignment) * alignment

  return {
    allocate: (bytes: number): Block => {
      const size = Math.max(1, Math.ceil(bytes / alignment)) * alignment
      const at = free.findIndex((block) => block.size >= size)
      if (at >= 0) {
        const { start, size: available } = free[at]!
        if (available === size) free.splice(at, 1)
        else free[at] = { start: start + size, size: available - size }
        return { start, size }
      }
      grow(end + size)
      end += size
      return { start: end - size, size }
    },

    release: ({ start, size }: Block): void => {
      const at = free.findIndex((block) => block.start > start)
      const index = at < 0 ? free.length : at
      const [before, after] = [free[index - 1], free[index]]
      const joinsBefore = before !== undefined && before.start + before.size === start
      const joinsAfter = after !== undefined && start + size === after.start
      const from = joinsBefore ? before.start : start
      const to = joinsAfter ? after.start + after.size : start + size
      free.splice(index - (joinsBefore ? 1 : 0), Number(joinsBefore) + Number(joinsAfter), { start: from, size: to - from })
      const last = free.at(-1)!
      if (last.start + last.size === end) {
        end = last.start
        free = free.slice(0, -1)
      }
    }
  }
}
