import { setImmediate as nextTurn } from 'node:timers/promises'
import { invalid, Problem } from '../../domain/problems.ts'
import { entryCount } from '../../kernels/tensor.ts'
import { optimizers } from '../../optimizers/index.ts'
import { distanceNotes } from '../../optimizers/parts/distance-notes.ts'
import type { Optimizer } from '../../optimizers/parts/optimizer.ts'
import { type Replay, type StepDiagnostics, startReplay } from '../../optimizers/parts/replay.ts'
import { resolveHyperparameters } from '../../optimizers/parts/resolve-hyperparameters.ts'
import { keptDtypes } from './answers/kept-dtypes.ts'
import type { Outcome } from './answers/outcome.ts'
import { assertKeepable, assertTellable, createTrajectory } from './answers/trajectory.ts'
import { writeJsonAnswer } from './answers/write-json-answer.ts'
import { writeSafetensorsAnswer } from './answers/write-safetensors-answer.ts'
import { learningRates, scheduleSpanOf } from './learning-rates.ts'
import { inJson, inRequest, inSafetensors } from './requests/places.ts'
import { readJsonRequest } from './requests/read-json-request.ts'
import { readSafetensorsRequest } from './requests/read-safetensors-request.ts'
import type { OptimizerRequest } from './requests/request.ts'
import type { OptimizerAnswer, OptimizerTask, ScheduleSpan, ScheduleSteps, Surroundings } from './task.ts'

/** How long steps are taken without a look at other work. Milliseconds. */
const turnMs = 20

/** A request that has been read as far as its gradients. */
export interface ReadRequest {
  /** Steps of a stored schedule that the computation needs. */
  readonly schedule: ScheduleSpan | undefined
  /**
   * Does what is asked and gives the answer to write. The gradients of a replay are taken from the body as they come.
   * @param schedule the steps of that schedule
   * @throws Problem `invalid-request`, `shape-mismatch`, `non-finite`, `loss-required`, `sample-index-required`
   */
  readonly compute: (schedule: ScheduleSteps | undefined, around: Surroundings) => Promise<OptimizerAnswer>
  /** Gives back what is behind it, where it is not computed. */
  readonly discard: () => void
}

/**
 * Reads a request: what it asks for, its parameters and its state.
 * @throws Problem `optimizer-not-found`, `invalid-request`
 */
export async function readRequest(task: OptimizerTask, body: Uint8Array | AsyncIterable<Uint8Array>): Promise<ReadRequest> {
  const request = await (task.input === 'json' ? readJsonRequest : readSafetensorsRequest)(task.operation, body)
  const placed = task.input === 'json' ? inJson : inSafetensors
  const inPlace = (error: unknown) => inRequest(error, (pointer) => placed(task.operation, pointer))
  try {
    const optimizer = optimizerNamed(task.optimizer ?? request.optimizer)
    return {
      schedule: scheduleSpanOf(request),
      async compute(schedule, around) {
        try {
          const outcome = await outcomeOf(optimizer, task, request, learningRates(optimizer, request, schedule), around)
          return (task.output === 'json' ? writeJsonAnswer : writeSafetensorsAnswer)(task.operation, outcome)
        } catch (error) {
          throw inPlace(error)
        } finally {
          request.discard()
        }
      },
      discard: request.discard
    }
  } catch (error) {
    request.discard()
    throw inPlace(error)
  }
}

/** @throws Problem `optimizer-not-found` */
function optimizerNamed(name: string | undefined): Optimizer {
  if (name === undefined) throw invalid('/__metadata__/optimizer', 'is required: nothing else names the optimizer.')
  const optimizer = optimizers.find((known) => known.name === name)
  if (optimizer === undefined) throw new Problem('optimizer-not-found', `The optimizer ${JSON.stringify(name)} does not exist.`)
  return optimizer
}

async function outcomeOf(
  optimizer: Optimizer,
  { operation }: OptimizerTask,
  request: OptimizerRequest,
  rates: (step: number) => number | undefined,
  around: Surroundings
): Promise<Outcome> {
  const { parameters, state, precision, settings, steps } = request
  const entries = [...parameters.values()].reduce((sum, { shape }) => sum + entryCount(shape), 0)
  const engine = around.engineFor(entries)
  await engine.prepare?.()
  const { precisions: _, ...description } = engine.description
  const keepsAll = settings.keep === 'all'
  if (keepsAll) assertKeepable(parameters, steps.length)
  const { hyperparameters, nonFinite, diagnostics: detail } = settings
  if (detail === 'tensors') assertTellable(parameters, steps.length)
  const replay = startReplay(engine, optimizer, { parameters, state, hyperparameters, precision, nonFinite, diagnostics: detail })
  const trajectory = keepsAll ? createTrajectory() : undefined
  const evaluates = optimizer.evaluate !== undefined
  const evaluations = keepsAll && evaluates ? createTrajectory() : undefined
  try {
    const diagnostics: StepDiagnostics[] = []
    let turnStarted = performance.now()
    for await (const gradients of request.gradients) {
      const k = diagnostics.length
      diagnostics.push(stepOnce(replay, k, { ...steps[k], gradients, learningRate: rates(k) }))
      await trajectory?.add(keptDtypes(replay.parameters(), parameters))
      await evaluations?.add(keptDtypes(replay.evaluation()!, parameters))
      around.progress?.(k + 1, steps.length)
      if (performance.now() - turnStarted > turnMs) {
        await nextTurn()
        around.assertWanted?.()
        turnStarted = performance.now()
      }
    }
    return {
      parameters: operation === 'init' ? undefined : keptDtypes(replay.parameters(around.room), parameters),
      state: replay.state(around.room),
      diagnostics,
      notes: operation === 'replay' ? distanceNotes(firstDistance(optimizer, hyperparameters), diagnostics) : [],
      evaluation: operation === 'step' && evaluates ? keptDtypes(replay.evaluation(around.room)!, parameters) : undefined,
      trajectory,
      evaluations,
      engine: { ...description, precision }
    }
  } catch (error) {
    trajectory?.discard()
    evaluations?.discard()
    throw error
  } finally {
    replay.close()
  }
}

/** The estimate of the distance that a method starts from, where it makes one. */
function firstDistance(optimizer: Optimizer, given: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const { d0 } = resolveHyperparameters(optimizer, given) as { d0?: unknown }
  return typeof d0 === 'number' ? d0 : undefined
}

function stepOnce(replay: Replay, k: number, step: Parameters<Replay['step']>[0]): StepDiagnostics {
  try {
    return replay.step(step)
  } catch (error) {
    if (!(error instanceof Problem) || error.errors !== undefined) throw error
    const field = error.type === 'sample-index-required' ? '/sampleIndex' : ''
    throw new Problem(error.type, error.detail, { errors: [{ pointer: `/steps/${k}${field}`, detail: error.detail }] })
  }
}
