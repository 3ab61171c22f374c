import { invalid } from '../../domain/problems.ts'
import { addPoint } from './json.ts'
import { LogBuilder } from './log-builder.ts'
import type { LogFormat } from './log-format.ts'
import { parseJson } from './parse-json.ts'
import { normOf, type Place, stepOf } from './point-checks.ts'
import { texts } from './text.ts'

/** A line longer than this is none of a log. */
const lineLengthMax = 1_048_576

/** `{"step":0,"value":1.5}` a line; with `column`, that field is the value, and lines without it and other fields are passed over. */
export const ndjson: LogFormat = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  extensions: ['ndjson', 'jsonl'],
  content: 'text',
  hasColumns: true,
  examples: { points: { value: '{"step":0,"value":4.1}\n{"step":1,"value":3.9}\n' } },
  read: async (chunks, { column } = {}) => {
    const log = new LogBuilder()
    let line = 0
    let rest = ''
    const take = (text: string) => {
      line++
      if (text.trim() !== '') addLine(log, text, line, column)
    }
    for await (const text of texts(chunks)) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() as string
      for (const one of lines) take(one)
      if (rest.length > lineLengthMax)
        throw invalid('', `Line ${line + 1}: longer than ${lineLengthMax} characters.`, 'Send one JSON object a line.')
    }
    take(rest)
    return log.finish()
  }
}

function addLine(log: LogBuilder, text: string, line: number, column: string | undefined): void {
  const at = `/${log.count}`
  const prefix = `Line ${line}: `
  const place = (): Place => ({ pointer: (field) => `${at}/${field}`, prefix })
  const item = parseJson(text, at, `Line ${line}`)
  if (column === undefined) {
    addPoint(log, item, place, at)
    return
  }
  if (typeof item !== 'object' || item === null) throw invalid(at, `${prefix}not a JSON object.`)
  const { [column]: value, step, _step } = item as Record<string, unknown>
  if (value === undefined || value === null) return
  log.add(stepOf(step ?? _step, log.lastStep, place), normOf(value, place))
}
