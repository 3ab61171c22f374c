import { toJson } from '../../../formats/json.ts'
import { stateText, tensorsText } from '../../../formats/tensors/json-text.ts'
import type { Operation, OptimizerAnswer } from '../task.ts'
import { diagnosticsText } from './diagnostics-text.ts'
import { type Outcome, skippedSteps } from './outcome.ts'
import type { Trajectory } from './trajectory.ts'

/** Text is gathered to pieces of about this length. Characters. */
const pieceLength = 2 ** 16

/** An answer as JSON, written as it is taken. */
export function writeJsonAnswer(operation: Operation, outcome: Outcome): OptimizerAnswer {
  const { trajectory, evaluations } = outcome
  const discard = () => {
    trajectory?.discard()
    evaluations?.discard()
  }
  return { length: undefined, chunks: encoded(text(operation, outcome), discard), discard }
}

async function* text(operation: Operation, outcome: Outcome): AsyncGenerator<string> {
  const { parameters, state, diagnostics, evaluation, trajectory, evaluations, engine } = outcome
  yield '{'
  if (parameters !== undefined) {
    yield '"parameters":'
    yield* tensorsText(parameters)
    yield ','
  }
  yield '"state":'
  yield* stateText(state)
  if (operation === 'step') yield `,"diagnostics":${diagnosticsText(diagnostics[0]!)}`
  if (operation === 'replay') {
    yield ',"diagnostics":'
    yield* list(diagnostics, (step) => [diagnosticsText(step)])
    yield `,"skippedSteps":${toJson(skippedSteps(outcome))},"notes":${toJson(outcome.notes)}`
  }
  if (evaluation !== undefined) {
    yield ',"evaluation":'
    yield* tensorsText(evaluation)
  }
  for (const [name, kept] of [
    ['trajectory', trajectory],
    ['evaluations', evaluations]
  ] as const) {
    if (kept === undefined) continue
    yield `,"${name}":[`
    yield* stepsOf(kept)
    yield ']'
  }
  yield operation === 'init' ? '}' : `,"engine":${toJson(engine)}}`
}

async function* stepsOf(trajectory: Trajectory): AsyncGenerator<string> {
  for (let step = 0; step < trajectory.steps(); step++) {
    if (step > 0) yield ','
    yield* tensorsText(await trajectory.read(step))
  }
}

function* list<T>(items: readonly T[], textOf: (item: T) => Iterable<string>): Generator<string> {
  let before = '['
  for (const item of items) {
    yield before
    yield* textOf(item)
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

async function* encoded(texts: AsyncIterable<string>, done: () => void): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let piece = ''
  try {
    for await (const text of texts) {
      piece += text
      if (piece.length < pieceLength) continue
      yield encoder.encode(piece)
      piece = ''
    }
    yield encoder.encode(piece)
  } finally {
    done()
  }
}
