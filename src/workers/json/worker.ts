import { Problem } from '../../domain/problems.ts'
import { listsAt, readJsonLists, readJsonLog } from '../../formats/read-json.ts'
import { moveBack } from '../threads/moved-memory.ts'
import { plainProblem } from '../threads/plain-problem.ts'
import type { JsonOutcome, JsonTask } from './task.ts'

/** Parses one body. A worker thread of the {@link JsonPool} runs this. */
export default function parse({ bytes, as }: JsonTask): unknown {
  try {
    if (!('log' in as)) {
      const value = readJsonLists(bytes, as.numberLists)
      return moveBack({ value } satisfies JsonOutcome, listsAt(value, as.numberLists))
    }
    const log = readJsonLog(bytes)
    return moveBack({ log } satisfies JsonOutcome, log.steps === null ? [log.values] : [log.values, log.steps])
  } catch (error) {
    if (error instanceof Problem) return { problem: plainProblem(error) }
    throw error
  }
}
