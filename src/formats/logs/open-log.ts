import { invalid } from '../../domain/problems.ts'
import { decompressed } from './decompressed.ts'
import { foreignFormatOf } from './foreign-formats.ts'
import { headOf } from './head.ts'
import type { LogReader, LogSource, Recorder } from './recorder.ts'

/** A log whose format is known. */
export interface OpenLog extends Pick<LogReader, 'name' | 'title' | 'place' | 'isText'> {
  /** Reads all of it; may be called again. */
  readonly read: (recorder: Recorder) => Promise<void>
}

/**
 * Finds the format of a log by what is in it.
 * @param given a file, or several of one kind that are one log, in their order
 * @param input the name of a reader, where the format is not to be found
 * @throws Problem `invalid-request` for what no reader knows
 */
export async function openLog(
  given: LogSource | readonly LogSource[],
  input: string | undefined,
  readers: readonly LogReader[]
): Promise<OpenLog> {
  const sources = await Promise.all([given].flat().map((source) => decompressed(source)))
  const [first] = sources
  if (first === undefined) throw invalid('', 'There is no file.')
  const { name, title, place, isText, read } = await readerOf(first, input, readers)
  return {
    name,
    title,
    place,
    ...(isText && { isText }),
    async read(recorder) {
      for (const source of sources) await read(source, recorder)
    }
  }
}

async function readerOf(source: LogSource, input: string | undefined, readers: readonly LogReader[]): Promise<LogReader> {
  const head = await headOf(source)
  if (input !== undefined) {
    const named = readers.find(({ name }) => name === input)
    if (named === undefined) throw invalid('query/input', `There is no format ${JSON.stringify(input)}.`)
    return named
  }
  if (head.bytes.length === 0) throw invalid('', 'It is empty.')
  const found = readers.find(({ recognises }) => recognises(head))
  if (found === undefined) {
    const foreign = foreignFormatOf(head.bytes)
    if (foreign !== undefined) throw invalid('', `It is ${foreign.title}, which is not read.`, foreign.fix)
    throw invalid(
      '',
      'It is no text, and none of the binary formats of logs.',
      'Save the norms with their steps as CSV or JSON lines, or name the format with `input`.'
    )
  }
  return found
}
