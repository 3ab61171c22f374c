import { Problem } from '../domain/problems.ts'
import type { NormLog } from '../formats/logs/norm-log.ts'
import { readJsonLists, readJsonLog } from '../formats/read-json.ts'
import type { JsonOutcome, JsonTask } from './json-task.ts'
import { plainProblem } from './plain-problem.ts'
import { shared } from './shared-memory.ts'

/** Parses one body. A worker thread of the {@link JsonPool} runs this. */
export default function parse({ bytes, as }: JsonTask): JsonOutcome {
  try {
    return 'log' in as ? { log: sharedLog(readJsonLog(bytes)) } : { value: sharedLists(readJsonLists(bytes, as.numberLists)) }
  } catch (error) {
    if (error instanceof Problem) return { problem: plainProblem(error) }
    throw error
  }
}

const sharedLog = (log: NormLog): NormLog => ({
  ...log,
  values: shared(log.values),
  steps: log.steps instanceof Float64Array ? shared(log.steps) : log.steps
})

function sharedLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, field instanceof Float64Array ? shared(field) : field]))
}
