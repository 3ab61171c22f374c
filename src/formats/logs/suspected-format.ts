import { Problem } from '../../domain/problems.ts'
import type { LogReader } from './recorder.ts'

/** How readers say what a file is, more exactly than by their own title. */
const readAs = /^It is read as /

/**
 * A refusal to guess, with the format that the log was taken for and what to do where it is another; other errors as they are.
 * @param notes what the reader said of the file
 */
export function withFormat(error: unknown, { title }: Pick<LogReader, 'title'>, notes: readonly string[]): unknown {
  if (!(error instanceof Problem) || error.type !== 'ambiguous-log') return error
  const said = notes.some((note) => readAs.test(note)) ? notes : [`It is read as ${title}.`, ...notes]
  const detail = `${error.detail} ${said.join(' ')} If it is something else, name its format with \`input\`.`
  return new Problem('ambiguous-log', detail, error.errors === undefined ? {} : { errors: error.errors })
}
