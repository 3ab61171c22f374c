import { listsAt, readJsonLists, readJsonLog } from '../../formats/read-json.ts'
import { readJsonSeries } from '../../formats/series/json.ts'
import { answering } from '../threads/answering.ts'
import { moveBack } from '../threads/moved-memory.ts'
import { bytesToParse, type JsonResult, type JsonTask } from './task.ts'

export default answering(parse, ({ bytes }) => bytesToParse(bytes.length))

/** Parses one body. The memory of its numbers moves back. */
function parse({ bytes, as }: JsonTask): JsonResult {
  if ('series' in as) {
    const series = readJsonSeries(bytes)
    const points = [...series.parts.values()]
    return moveBack(
      { series },
      points.flatMap(({ steps, values }) => [steps, values])
    )
  }
  if (!('log' in as)) {
    const value = readJsonLists(bytes, as.numberLists)
    return moveBack({ value }, listsAt(value, as.numberLists))
  }
  const log = readJsonLog(bytes)
  return moveBack({ log }, log.steps === null ? [log.values] : [log.values, log.steps])
}
