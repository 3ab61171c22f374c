import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** What begins a binary copy. @see PostgreSQL, COPY, "Binary Format" */
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

/**
 * The fields of each row of a query, as the server sends them in binary: text in UTF-8, bytes as they are, null. The server waits while
 * nobody reads, so no more than a row is in memory.
 */
export async function* copiedRows(client: ClientBase, select: string): AsyncGenerator<(Buffer | null)[]> {
  const next = byteReader(client.query(copyTo(`copy (${select}) to stdout (format binary)`)))
  if (!(await next(signature.length)).equals(signature))
    throw new Error('PostgreSQL does not copy in the binary format that is known here.')
  await next(4)
  await next((await next(4)).readInt32BE())
  for (;;) {
    const count = (await next(2)).readInt16BE()
    if (count === -1) break
    const fields: (Buffer | null)[] = []
    for (let i = 0; i < count; i++) {
      const length = (await next(4)).readInt32BE()
      fields.push(length === -1 ? null : await next(length))
    }
    yield fields
  }
  await next.end()
}

/** Takes bytes off a stream, as many as are asked for. */
function byteReader(stream: AsyncIterable<Buffer>) {
  const pieces = stream[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  const next = async (count: number): Promise<Buffer> => {
    while (size < count) {
      const { done, value } = await pieces.next()
      if (done) throw new Error('PostgreSQL ended a copy too early.')
      held.push(value)
      size += value.length
    }
    const all = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held, size)
    held = [all.subarray(count)]
    size -= count
    return all.subarray(0, count)
  }
  /** The last message of a copy is that it is complete. */
  const end = async (): Promise<void> => {
    while (!(await pieces.next()).done);
  }
  return Object.assign(next, { end })
}
