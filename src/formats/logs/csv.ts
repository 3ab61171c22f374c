import { invalid } from '../../domain/problems.ts'
import { headerHint, type LogColumns, logColumns } from './csv-columns.ts'
import { eachRecord } from './csv-records.ts'
import { LogBuilder } from './log-builder.ts'
import type { LogFormat } from './log-format.ts'
import { negative, type Place, stepOf } from './point-checks.ts'
import { textNumber } from './text-number.ts'

/** A header and rows: exports of W&B, TensorBoard, Lightning and the like as they are. Rows with an empty value are passed over. */
export const csv: LogFormat = {
  name: 'csv',
  mediaType: 'text/csv',
  extensions: ['csv'],
  content: 'text',
  hasColumns: true,
  examples: { points: { value: 'Step,run - train/grad_norm\n0,4.1\n50,3.9\n' } },
  read: async (chunks, { column } = {}) => {
    const log = new LogBuilder()
    let columns: LogColumns | undefined
    await eachRecord(chunks, (cells, line) => {
      if (columns === undefined) columns = logColumns(cells, column)
      else addRow(log, cells, columns, line)
    })
    if (columns === undefined) throw invalid('', 'The body is empty.', headerHint)
    return log.finish()
  }
}

function addRow(log: LogBuilder, cells: string[], columns: LogColumns, line: number): void {
  const text = (cells[columns.value] ?? '').trim()
  if (text === '') return
  const place = (): Place => ({ pointer: (field) => `/${log.count}/${field}`, prefix: `Line ${line}: ` })
  const stepText = (cells[columns.step] ?? '').trim()
  const step = stepOf(textNumber(stepText) ?? stepText, log.lastStep, place)
  const value = textNumber(text)
  if (value === null) {
    const { pointer, prefix } = place()
    throw invalid(
      pointer('value'),
      `${prefix}${JSON.stringify(text.slice(0, 60))} in column ${JSON.stringify(columns.valueName)} is not a float64 number.`,
      'Name the column of the norms with `column`.'
    )
  }
  if (value < 0 && value !== Number.NEGATIVE_INFINITY) throw negative(value, place())
  log.add(step, value)
}
