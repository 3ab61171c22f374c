import { CsvError, parse } from 'csv-parse'
import { invalid, Problem } from '../../domain/problems.ts'
import { LogBuilder } from './log-builder.ts'
import type { LogFormat } from './log-format.ts'
import { negative, type Place, stepOf } from './point-checks.ts'
import { texts } from './text.ts'

/** What trackers call the step; the first of these that is there is it. */
const stepColumns = ['step', 'Step', '_step', 'global_step', 'trainer/global_step']

/** A header and rows: exports of W&B, TensorBoard, Lightning and the like as they are. Rows with an empty value are passed over. */
export const csv: LogFormat = {
  name: 'csv',
  mediaType: 'text/csv',
  read: async (chunks, { column } = {}) => {
    const log = new LogBuilder()
    let columns: Columns | undefined
    const parser = parse({
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_048_576,
      on_record: (record: string[], { lines }: { lines: number }) => {
        if (columns === undefined) columns = columnsOf(record, column)
        else addRow(log, record, columns, lines)
        return null
      }
    })
    parser.resume()
    const failed = new Promise<never>((_, reject) => parser.on('error', reject))
    failed.catch(() => {})
    try {
      for await (const text of texts(chunks)) {
        await Promise.race([
          failed,
          new Promise<void>((resolve, reject) => parser.write(text, (error) => (error ? reject(error) : resolve())))
        ])
      }
      await Promise.race([failed, new Promise<void>((resolve) => parser.end(resolve))])
    } catch (error) {
      throw explained(error)
    } finally {
      parser.destroy()
    }
    if (columns === undefined) throw invalid('', 'The body is empty.', header)
    return log.finish()
  }
}

const header = 'Send a header line such as step,value and a row for each point.'

interface Columns {
  readonly step: number
  readonly value: number
  readonly valueName: string
}

function columnsOf(record: string[], column: string | undefined): Columns {
  const names = record.map((name) => name.trim())
  if (names.every((name) => name === '' || numberOf(name) !== null)) {
    throw invalid('', 'Line 1: the first line holds numbers; a header must come before them.', header)
  }
  const known = stepColumns.find((name) => names.includes(name))
  const step = known === undefined ? 0 : names.indexOf(known)
  const value = column === undefined ? nextOther(step, names.length) : names.indexOf(column)
  if (column !== undefined && value === -1) {
    throw invalid(
      'query/column',
      `There is no column ${JSON.stringify(column)}.`,
      `The columns are ${names.map((name) => JSON.stringify(name)).join(', ')}.`
    )
  }
  if (value === step && column === undefined) throw invalid('', `Line 1: there is no column beside ${JSON.stringify(names[0])}.`, header)
  return { step, value, valueName: names[value] as string }
}

/** The column after that of the steps; the first one where that of the steps is the last. */
const nextOther = (step: number, count: number): number => (step + 1) % count

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const notFinite = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i

/** A number as text; null for what is none. */
function numberOf(text: string): number | null {
  if (decimal.test(text)) return Number(text)
  const match = notFinite.exec(text)
  if (match === null) return null
  return match[2] !== undefined ? Number.NaN : match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

function addRow(log: LogBuilder, record: string[], columns: Columns, line: number): void {
  const text = (record[columns.value] ?? '').trim()
  if (text === '') return
  const at = `/${log.count}`
  const place = (): Place => ({ pointer: (field) => `${at}/${field}`, prefix: `Line ${line}: ` })
  const stepText = (record[columns.step] ?? '').trim()
  const step = stepOf(decimal.test(stepText) ? Number(stepText) : stepText, log.lastStep, place)
  const value = numberOf(text)
  if (value === null) {
    throw invalid(
      place().pointer('value'),
      `Line ${line}: ${JSON.stringify(text.slice(0, 60))} in column ${JSON.stringify(columns.valueName)} is not a number.`,
      'Name the column of the norms with `column`.'
    )
  }
  if (value < 0 && value !== Number.NEGATIVE_INFINITY) throw negative(value, place())
  log.add(step, value)
}

function explained(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof CsvError)) return error
  return invalid('', `The body is not CSV: ${error.message}.`)
}
