import { jsonNumber } from '../../../formats/number-text.ts'
import type { StepDiagnostics } from '../../../optimizers/parts/replay.ts'

type Told = StepDiagnostics[keyof StepDiagnostics]

/** The JSON of what a step reports. Tensors may have any name. */
export const diagnosticsText = (step: StepDiagnostics): string => objectText(Object.entries(step), valueText)

const valueText = (value: Told): string => {
  if (value === undefined) return 'null'
  if (typeof value === 'number') return jsonNumber(value)
  if (typeof value === 'boolean') return String(value)
  return objectText(value, (tensor) => objectText(Object.entries(tensor), jsonNumber))
}

function objectText<V>(entries: Iterable<readonly [string, V]>, textOf: (value: V) => string): string {
  let inner = ''
  for (const [name, value] of entries) inner += `${inner === '' ? '' : ','}${JSON.stringify(name)}:${textOf(value)}`
  return `{${inner}}`
}
