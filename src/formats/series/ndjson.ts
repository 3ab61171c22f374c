import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid } from '../../domain/problems.ts'
import { isSeriesName } from '../../domain/series.ts'
import { eachLine } from '../logs/lines.ts'
import { parseJson } from '../logs/parse-json.ts'
import type { Place } from '../logs/point-checks.ts'
import { SeriesBuilder, type SeriesLog, seriesNamed } from './series-log.ts'

/**
 * An object a line, `{"step":0,"l2":1.5,"loss":2.1}`. A series that a line leaves out, or gives as null, has no point there.
 * @throws Problem `invalid-request` naming the first place that is wrong, as `/3/loss` in the fourth object
 */
export async function readNdjsonSeries(chunks: AsyncIterable<Uint8Array>): Promise<SeriesLog> {
  const log = new SeriesBuilder()
  let count = 0
  await eachLine(chunks, (line, number) => {
    if (line.trim() === '') return
    const at = `/${count++}`
    const prefix = `Line ${number}: `
    const row = parseJson(line, at, `Line ${number}`)
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw invalid(at, `${prefix}A point must be an object such as {"step":0,"l2":1.5,"loss":2.1}.`)
    }
    addRow(log, row as Record<string, unknown>, at, prefix)
  })
  return log.finish()
}

function addRow(log: SeriesBuilder, row: Record<string, unknown>, at: string, prefix: string): void {
  if (!Object.hasOwn(row, 'step')) throw invalid(`${at}/step`, `${prefix}A point has a step.`)
  log.step(row.step, () => ({ pointer: () => `${at}/step`, prefix }))
  let hasSeries = false
  for (const key in row) {
    if (key === 'step') continue
    hasSeries = true
    const name = isSeriesName(key) ? key : seriesNamed(key, pointerTo(at, key), prefix)
    log.value(name, row[key], (): Place => ({ pointer: () => pointerTo(at, key), prefix }))
  }
  if (!hasSeries) throw invalid(at, `${prefix}A point has a value of one series at least.`)
}
