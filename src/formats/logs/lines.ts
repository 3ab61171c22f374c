import { isUtf8 } from 'node:buffer'
import { invalid } from '../../domain/problems.ts'
import { joinedBytes } from './binary/joined-bytes.ts'
import { notText, utf8Slices } from './text.ts'

/** A line longer than this is none of a log. Bytes. */
const lineBytesMax = 1_048_576

const [feed, carriage] = [0x0a, 0x0d]

/** Takes records of a line each right from their bytes, as long as they are of its kind. */
export interface PlainRecords {
  /** How many it took the last time. */
  readonly taken: number
  /**
   * @param start where a record begins
   * @param end behind a line break
   * @param line of the first record, from 1
   * @returns where the first record begins that was not taken
   */
  take(bytes: Buffer, start: number, end: number, line: number): number
}

/**
 * Hands on the lines of a text one by one, numbered from 1. They end with a line feed, a carriage return, or both.
 * @param take `isCut` where the text ends within the line
 * @param plain asked first for the lines that end
 * @throws Problem `invalid-request`
 */
export async function eachLine(
  chunks: AsyncIterable<Uint8Array>,
  take: (line: string, number: number, isCut: boolean) => void,
  plain?: PlainRecords
): Promise<void> {
  let number = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const slice of utf8Slices(chunks)) {
    const bytes = joinedBytes(rest, slice)
    const end = endOfLines(bytes)
    if (!isUtf8(bytes.subarray(0, end))) throw notText()
    let at = 0
    let nextCarriage = bytes.indexOf(carriage)
    while (at < end) {
      if (plain !== undefined) {
        at = plain.take(bytes, at, end, number + 1)
        number += plain.taken
        if (at >= end) break
      }
      const found = bytes.indexOf(feed, at)
      if (nextCarriage !== -1 && nextCarriage < at) nextCarriage = bytes.indexOf(carriage, at)
      const isCarriage = nextCarriage !== -1 && nextCarriage < end && (found === -1 || nextCarriage < found)
      const stop = isCarriage ? nextCarriage : found
      take(bytes.toString('utf8', at, stop), ++number, false)
      at = stop + (isCarriage && bytes[stop + 1] === feed ? 2 : 1)
    }
    rest = bytes.subarray(end)
    if (rest.length > lineBytesMax) throw invalid('', `Line ${number + 1}: longer than ${lineBytesMax} bytes.`)
  }
  if (rest.length === 0) return
  if (!isUtf8(rest)) throw notText()
  const hasEnd = rest[rest.length - 1] === carriage
  const last = rest.toString('utf8', 0, hasEnd ? rest.length - 1 : rest.length)
  if (last !== '') take(last, number + 1, !hasEnd)
}

/** Behind the last line break. A carriage return at the very end may be half of one. */
export function endOfLines(bytes: Buffer): number {
  const lastFeed = bytes.lastIndexOf(feed) + 1
  const lastCarriage = bytes.lastIndexOf(carriage, -2) + 1
  return Math.max(lastFeed, lastCarriage)
}
