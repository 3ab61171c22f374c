import { isObject } from './lenient-json.ts'
import { meaningOf } from './names/meaning.ts'
import { isStepName } from './names/step-names.ts'
import { rolesOf, splitPrefix } from './record-roles.ts'
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
      if (value.length > 1 && meaningOf(name).kind === 'norm') putParts(recorder, prefix + name, value)
      else putCell(recorder, prefix + name, value[0])
    }
  }
}

/** So many norms of parts are read of one list. */
const partsMax = 1000

/** A list of norms holds those of parts of the model. */
function putParts(recorder: Recorder, name: string, values: readonly unknown[]): void {
  for (const [part, value] of values.slice(0, partsMax).entries()) {
    if (typeof value === 'number') putCell(recorder, `${name}/group${part}`, value)
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

/**
 * Puts the fields of one record, which may say which metric its `value` is, whose it is, and whether it is of an evaluation.
 * @returns whose it is; undefined where it does not say
 */
export function putRecord(recorder: Recorder, fields: Record<string, unknown>): string | undefined {
  const names = Object.keys(fields)
  const { metric, variant, value, run, runPrefix, split } = rolesOf(names)
  const at = (place: number) => (place === -1 ? undefined : fields[names[place] as string])
  const prefix = splitPrefix(at(split))
  const number = at(value)
  if (metric !== -1 && (typeof number === 'number' || typeof number === 'string') && typeof at(metric) === 'string') {
    const name = [at(metric), at(variant)].filter((part) => typeof part === 'string' && part !== '').join('/')
    putCell(recorder, prefix + name, number)
    const { [names[value] as string]: _, ...others } = fields
    putFields(recorder, others)
  } else if (prefix === '') putFields(recorder, fields)
  else {
    for (const [name, cell] of Object.entries(fields)) {
      const isShared = isStepName(name) || meaningOf(name).kind === 'epoch'
      putFields(recorder, { [isShared ? name : prefix + name]: cell })
    }
  }
  const named = at(run)
  return (typeof named === 'string' && named !== '') || typeof named === 'number' ? `${runPrefix}${named}` : undefined
}
