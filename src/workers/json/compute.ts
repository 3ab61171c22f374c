import { listsAt, readJsonLists, readJsonLog } from '../../formats/read-json.ts'
import { answering } from '../threads/answering.ts'
import { moveBack } from '../threads/moved-memory.ts'
import { bytesToParse, type JsonResult, type JsonTask } from './task.ts'

export default answering(parse, ({ bytes }) => bytesToParse(bytes.length))

/** Parses one body. The memory of its numbers moves back. */
function parse({ bytes, as }: JsonTask): JsonResult {
  if (!('log' in as)) {
    const value = readJsonLists(bytes, as.numberLists)
    return moveBack({ value }, listsAt(value, as.numberLists))
  }
  const log = readJsonLog(bytes)
  return moveBack({ log }, log.steps === null ? [log.values] : [log.values, log.steps])
}
