import { CsvError, parse } from 'csv-parse'
import { invalid, Problem } from '../../domain/problems.ts'
import { type CsvDialect, isRemark } from './csv-dialect.ts'
import { texts } from './text.ts'

/** The cells of one record, and the line that it ends on, from 1. */
export type TakeRecord = (cells: string[], line: number) => void

/** A record longer than this is none of a log. */
const recordLengthMax = 1_048_576

/** What only a full parser can tell apart: quotes, and line breaks that are a carriage return alone. */
const notPlain = /"|\r(?!\n)/

/**
 * Hands on the records of a CSV text one by one; blank lines are none.
 *
 * Lines without quotes, as nearly all logs have them, are cut at their commas, which is many times faster than a parser; from the
 * first line on that has a quote, a parser reads.
 * @throws Problem `invalid-request`
 */
export async function eachRecord(
  chunks: AsyncIterable<Uint8Array>,
  take: TakeRecord,
  delimiter: CsvDialect['delimiter'] = ','
): Promise<void> {
  const plain = new PlainLines(take, delimiter)
  let quoted: QuotedRecords | undefined
  for await (const text of texts(chunks)) {
    if (quoted === undefined) {
      const rest = plain.read(text)
      if (rest === null) continue
      quoted = new QuotedRecords(take, plain.lines, delimiter ?? ' ')
      await quoted.write(rest)
    } else await quoted.write(text)
  }
  const rest = plain.end()
  if (rest !== '') {
    quoted = new QuotedRecords(take, plain.lines, delimiter ?? ' ')
    await quoted.write(rest)
  }
  await quoted?.end()
}

class PlainLines {
  lines = 0
  #rest = ''
  readonly #take: TakeRecord
  readonly #cellsOf: (line: string) => string[]

  constructor(take: TakeRecord, delimiter: CsvDialect['delimiter']) {
    this.#take = take
    this.#cellsOf = delimiter === null ? (line) => line.trim().split(/\s+/) : (line) => line.split(delimiter)
  }

  /** Takes the lines of a piece of text; returns what is left from the first line on that is not plain, null where all are. */
  read(text: string): string | null {
    const all = this.#rest + text
    const end = all.lastIndexOf('\n') + 1
    const stop = all.slice(0, end).search(notPlain)
    const plainEnd = stop === -1 ? end : all.lastIndexOf('\n', stop) + 1
    this.#takeLines(all.slice(0, plainEnd))
    const rest = all.slice(plainEnd)
    const isOver = stop !== -1 || rest.length > recordLengthMax
    this.#rest = isOver ? '' : rest
    return isOver ? rest : null
  }

  /** Takes the last line, which need not end with a break; returns it where it is not plain, else the empty text. */
  end(): string {
    if (notPlain.test(this.#rest)) return this.#rest
    this.#takeLines(`${this.#rest}\n`)
    return ''
  }

  #takeLines(text: string): void {
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start)
      this.lines++
      const line = text.slice(start, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end)
      if (line !== '' && !isRemark(line)) this.#take(this.#cellsOf(line), this.lines)
      start = end + 1
    }
  }
}

class QuotedRecords {
  readonly #parser
  readonly #failed: Promise<never>

  constructor(take: TakeRecord, linesBefore: number, delimiter: string) {
    this.#parser = parse({
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: recordLengthMax,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        take(cells, linesBefore + lines)
        return null
      }
    })
    this.#parser.resume()
    this.#failed = new Promise<never>((_, reject) => this.#parser.on('error', reject))
    this.#failed.catch(() => {})
  }

  async write(text: string): Promise<void> {
    await this.#until((done) => this.#parser.write(text, done))
  }

  async end(): Promise<void> {
    await this.#until((done) => this.#parser.end(done))
  }

  async #until(work: (done: (error?: Error | null) => void) => void): Promise<void> {
    const worked = new Promise<void>((resolve, reject) => work((error) => (error ? reject(error) : resolve())))
    try {
      await Promise.race([this.#failed, worked])
    } catch (error) {
      this.#parser.destroy()
      if (error instanceof Problem || !(error instanceof CsvError)) throw error
      throw invalid('', `The body is not CSV: ${error.message}.`)
    }
  }
}
