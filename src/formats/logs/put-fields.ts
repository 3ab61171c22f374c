import { isObject } from './lenient-json.ts'
import { isStepName } from './names/step-names.ts'
import type { Recorder } from './recorder.ts'

const depthMax = 4

/**
 * Puts the fields of an object as cells of the record. A field of a nested one is named with a slash, as `train/loss`; of a list of
 * numbers, as of the rates of parameter groups, the first counts.
 */
export function putFields(recorder: Recorder, fields: Record<string, unknown>, prefix = '', depth = 0): void {
  for (const name in fields) {
    const value = fields[name]
    if (typeof value === 'number' || typeof value === 'string') {
      putCell(recorder, prefix + name, value)
    } else if (isObject(value)) {
      if (depth < depthMax) putFields(recorder, value, `${prefix}${name}/`, depth + 1)
    } else if (Array.isArray(value) && typeof value[0] === 'number') {
      const column = recorder.column(prefix + name)
      if (recorder.wants(column)) recorder.put(column, value[0])
    }
  }
}

/** A step of so many, as ms-swift writes it. */
const stepOfTotal = /^(\d+)\/(\d+)$/

/** Puts a cell by the name of its column. A step such as `10/500` also says how long the training is. */
export function putCell(recorder: Recorder, name: string, cell: number | string): void {
  const column = recorder.column(name)
  const [, step, total] = (typeof cell === 'string' && stepOfTotal.exec(cell)) || []
  if (step !== undefined && isStepName(name)) {
    if (Number(total) > 0) recorder.fact('totalSteps', Number(total))
    if (recorder.wants(column)) recorder.put(column, step)
  } else if (recorder.wants(column)) recorder.put(column, cell)
}
