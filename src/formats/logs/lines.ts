import { invalid } from '../../domain/problems.ts'
import { texts } from './text.ts'

/** A line longer than this is none of a log. */
const lineLengthMax = 1_048_576

/**
 * Hands on the lines of a text one by one, numbered from 1. They end with a line feed, a carriage return, or both.
 * @param take `isCut` where the text ends within the line
 * @throws Problem `invalid-request`
 */
export async function eachLine(
  chunks: AsyncIterable<Uint8Array>,
  take: (line: string, number: number, isCut: boolean) => void
): Promise<void> {
  let number = 0
  let rest = ''
  for await (const text of texts(chunks)) {
    const all = rest + text
    // A carriage return at the end may be half of a line break.
    const end = all.endsWith('\r') ? all.length - 1 : all.length
    let start = 0
    let feed = all.indexOf('\n')
    let carriage = all.indexOf('\r')
    for (;;) {
      if (feed !== -1 && feed < start) feed = all.indexOf('\n', start)
      if (carriage !== -1 && carriage < start) carriage = all.indexOf('\r', start)
      const isCarriage = carriage !== -1 && carriage < end && (feed === -1 || carriage < feed)
      if (feed === -1 && !isCarriage) break
      const stop = isCarriage ? carriage : feed
      take(all.slice(start, stop), ++number, false)
      start = stop + (isCarriage && carriage + 1 === feed ? 2 : 1)
    }
    rest = all.slice(start)
    if (rest.length > lineLengthMax) throw invalid('', `Line ${number + 1}: longer than ${lineLengthMax} characters.`)
  }
  const last = rest.replace(/\r$/, '')
  if (last !== '') take(last, number + 1, rest === last)
}
