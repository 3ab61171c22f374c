import { toJson } from '../../../formats/json.ts'
import { bytesOf, type Dtype, dtypeBytes, dtypeOf } from '../../../formats/safetensors/float-bytes.ts'
import { safetensorsHead } from '../../../formats/safetensors/head.ts'
import { scalarsText } from '../../../formats/tensors/json-text.ts'
import type { NamedTensors, WireTensor } from '../../../formats/tensors/named-tensors.ts'
import type { Operation, OptimizerAnswer } from '../task.ts'
import { diagnosticsText } from './diagnostics-text.ts'
import { type Outcome, skippedSteps } from './outcome.ts'
import type { Trajectory } from './trajectory.ts'

interface Named {
  readonly name: string
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly values: WireTensor['values']
}

/** An answer as safetensors, written as it is taken. F64 comes before F32, so that all numbers of one step are aligned. */
export function writeSafetensorsAnswer(operation: Operation, outcome: Outcome): OptimizerAnswer {
  const { parameters, state, evaluation, trajectory, evaluations } = outcome
  const tensors = [
    ...named('parameters', parameters),
    ...[...state.tensors].flatMap(([slot, ofSlot]) => named(`state/${slot}`, ofSlot)),
    ...named('evaluation', evaluation)
  ].sort((a, b) => dtypeBytes[b.dtype] - dtypeBytes[a.dtype])
  const kept = [...listed('trajectory', trajectory), ...listed('evaluations', evaluations)]
  const head = safetensorsHead([...tensors, ...kept], { answer: answerText(operation, outcome) })
  const discard = () => {
    trajectory?.discard()
    evaluations?.discard()
  }
  const length = [...tensors, ...kept].reduce(
    (sum, { dtype, shape }) => sum + dtypeBytes[dtype] * shape.reduce((a, b) => a * b, 1),
    head.length
  )
  return { length, chunks: chunks(), discard }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield* inPieces(head, tensors)
      if (trajectory !== undefined) yield* trajectory.bytes()
      if (evaluations !== undefined) yield* evaluations.bytes()
    } finally {
      discard()
    }
  }
}

const named = (group: string, tensors: NamedTensors | undefined): Named[] =>
  [...(tensors ?? [])].map(([name, { shape, values }]) => ({ name: `${group}/${name}`, dtype: dtypeOf(values), shape, values }))

const listed = (group: string, trajectory: Trajectory | undefined): Omit<Named, 'values'>[] =>
  Array.from({ length: trajectory?.steps() ?? 0 }, (_, step) =>
    trajectory!.tensors().map(({ name, dtype, shape }) => ({ name: `${group}/${step}/${name}`, dtype, shape }))
  ).flat()

/** What is no tensor, as JSON. */
function answerText(operation: Operation, outcome: Outcome): string {
  const { state, diagnostics, engine } = outcome
  const text = `{"state":{"scalars":${scalarsText(state.scalars)}}`
  if (operation === 'init') return `${text}}`
  const steps = diagnostics.map(diagnosticsText)
  const told =
    operation === 'step'
      ? steps[0]
      : `[${steps.join(',')}],"skippedSteps":${toJson(skippedSteps(outcome))},"notes":${toJson(outcome.notes)}`
  return `${text},"diagnostics":${told},"engine":${toJson(engine)}}`
}

/** Tensors from this size on go as they are; smaller ones are gathered, because each piece costs some microseconds. Bytes. */
const ownPieceMin = 2 ** 16

function* inPieces(head: Uint8Array, tensors: readonly Named[]): Generator<Uint8Array> {
  let gathered: Uint8Array[] = [head]
  let length = head.length
  for (const { values } of tensors) {
    const bytes = bytesOf(values)
    if (bytes.length < ownPieceMin && length < ownPieceMin) {
      gathered.push(bytes)
      length += bytes.length
      continue
    }
    if (length > 0) yield joined(gathered, length)
    gathered = bytes.length < ownPieceMin ? [bytes] : []
    length = gathered.length === 0 ? 0 : bytes.length
    if (bytes.length >= ownPieceMin) yield bytes
  }
  if (length > 0) yield joined(gathered, length)
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0]!
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.length
  }
  return bytes
}
