import { jsonNumber } from '../number-text.ts'
import type { NamedTensors, WireState } from './named-tensors.ts'

/** As many numbers are written at a time as take about a millisecond. */
const pieceLength = 8192

/** The JSON of tensors, piece by piece: no more of it is in memory than its reader has room for. */
export function* tensorsText(tensors: NamedTensors): Generator<string> {
  let before = '{'
  for (const [name, { shape, values }] of tensors) {
    yield `${before}${JSON.stringify(name)}:{"shape":${JSON.stringify(shape)},"values":[`
    for (let start = 0; start < values.length; start += pieceLength) {
      yield (start === 0 ? '' : ',') + numbers(values.subarray(start, start + pieceLength))
    }
    yield ']}'
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

/** The JSON of numbers by name, or of such objects by name; unlike JSON.stringify it keeps −0. */
export const scalarsText = (scalars: WireState['scalars']): string =>
  `{${Object.entries(scalars)
    .map(([name, value]) => `${JSON.stringify(name)}:${typeof value === 'number' ? jsonNumber(value) : scalarsText(value)}`)
    .join(',')}}`

/** The JSON of a state, piece by piece. */
export function* stateText({ scalars, tensors }: WireState): Generator<string> {
  yield `{"scalars":${scalarsText(scalars)},"tensors":`
  let before = '{'
  for (const [slot, named] of tensors) {
    yield `${before}${JSON.stringify(slot)}:`
    yield* tensorsText(named)
    before = ','
  }
  yield before === '{' ? '{}}' : '}}'
}

function numbers(values: Float32Array | Float64Array): string {
  let text = ''
  for (let i = 0; i < values.length; i++) text += i === 0 ? jsonNumber(values[i]!) : `,${jsonNumber(values[i]!)}`
  return text
}
