import { pointerTo } from '../../domain/json-pointer.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid } from '../../domain/problems.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import { extrema } from '../../kernels/extrema.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import type { RefinableNorm, RefinementOptions } from '../../refinement/options.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { TaskNorms } from '../../workers/comparison/task.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import { openLoggedNorms } from '../refinement/open-logged-norms.ts'
import { findRun } from '../runs/find-run.ts'
import { normsOf } from '../series/read-series.ts'

/** Norms as a request names them: one of `constant`, `values` and `runId`; `norm` is which series of the run. */
export interface NormsSource {
  readonly constant?: number
  readonly values?: Float64Array
  readonly runId?: string
  readonly norm?: RefinableNorm
}

/** Norms to compare schedules on. */
export interface ComparisonNorms {
  readonly norms: TaskNorms
  /** Which norm they are; l2 where nothing says so. */
  readonly norm: RefinableNorm
  /** How many steps a schedule has that says nothing itself; null for constant norms. */
  readonly steps: number | null
}

/**
 * @param candidates what is compared: for a refinement, losses and norms of the weights are read beside the norms of a run
 * @throws Problem `invalid-request` at `/norms`, `run-not-found`, `too-few-norms`
 */
export async function comparisonNorms(
  storage: ProjectStorage,
  memory: HeldMemory,
  { constant, values, runId, norm }: NormsSource,
  candidates: readonly { readonly rule?: string; readonly parameters?: Readonly<Record<string, unknown>> }[]
): Promise<ComparisonNorms> {
  if (norm !== undefined && runId === undefined) {
    throw invalid('/norms/norm', 'names a series of a run, but there is no `runId`.', 'Leave it out, or send `runId`.')
  }
  if (constant !== undefined) return { norms: { constant }, norm: 'l2', steps: null }
  if (values !== undefined) {
    requireFinite(values, '/norms/values')
    if (values.length === 0) throw invalid('/norms/values', 'There are no norms.', 'Send at least one.')
    if (extrema(values)[1] === 0) throw invalid('/norms/values', 'Every norm is 0.', 'Send at least one above 0.')
    return { norms: { values: onSharedMemory({ steps: { first: 0, stride: 1 }, values }).values }, norm: 'l2', steps: values.length }
  }
  const run = await findRun(storage, runId ?? '')
  const chosen = chooseNorm(norm, normsOf(run), run.optimizer)
  const refined = candidates.filter(({ rule }) => rule === 'refined').map(({ parameters = {} }) => parameters)
  const { read } = await openLoggedNorms(storage, run, chosen, readFor(refined))
  const points = await read(memory, '/norms/runId')
  return { norms: { points }, norm: chosen, steps: run.totalSteps ?? Math.max(1, loggedExtent(points)) }
}

/** What refinements with these parameters read beside the norms, together. */
const readFor = (refined: readonly Readonly<Record<string, unknown>>[]): Pick<RefinementOptions, 'loss' | 'scaleBy'> => ({
  loss: refined.some(({ preset, loss }) => preset !== 'reference' && loss !== 'none') ? 'auto' : 'none',
  scaleBy: refined.some(({ scaleBy }) => scaleBy === 'weight-norm') ? 'weight-norm' : 'none'
})

/** @throws Problem `invalid-request`, naming the first number that is NaN or infinite */
export function requireFinite(values: Float64Array, pointer: string): void {
  const wrong = values.findIndex((value) => value - value !== 0)
  if (wrong < 0) return
  throw invalid(pointerTo(pointer, wrong), `must be finite and ≥ 0, but is ${values[wrong]}.`, 'Leave such values out.')
}

/** The steps of a schedule: its own, which any others must equal, else those asked for, else those of the norms. */
export function stepsOf(own: number | null, asked: number | undefined, { steps }: ComparisonNorms, name: string): number {
  if (own !== null) {
    if (asked === undefined || asked === own) return own
    throw invalid('/steps', `is ${asked}, but ${name} has ${own} steps.`, `Leave \`steps\` out, or send ${own}.`)
  }
  const found = asked ?? steps
  if (found === null) {
    throw invalid('/steps', 'is required: neither the schedule nor the norms have a length.', 'Send `steps`.')
  }
  if (found <= stepsLimit) return found
  throw invalid('/steps', `The run has ${found} steps; the limit is ${stepsLimit}.`, `Send \`steps\`, at most ${stepsLimit}.`)
}
