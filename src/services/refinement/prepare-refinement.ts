import type { NormName } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import { isAdaptive, type Run } from '../../domain/run.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import { type OwnFacts, type RunFacts, unknownRun } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import { type RefinableNorm, type RefinementOptions, type ResolvedRefinementOptions, resolveOptions } from '../../refinement/options.ts'
import type { RunNorms } from '../../refinement/several-runs.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { findRun, runNotFound } from '../runs/find-run.ts'
import { normsOf } from '../series/read-series.ts'
import { storedSeries } from '../series/recent-series.ts'
import { openLoggedNorms } from './open-logged-norms.ts'
import { factsOfRun } from './run-facts.ts'

/** What a refinement is made from: everything but the threads to compute it. */
export interface PreparedRefinement {
  points: LoggedNorms | readonly RunNorms[]
  options: ResolvedRefinementOptions
  facts: RunFacts
}

/** The same with the runs whose norms they are, as they were read. */
export interface PreparedRuns extends PreparedRefinement {
  /** One, or several; `versions` name what was current in the series that were read of it. */
  runs: readonly { run: Run; versions: string }[]
}

/** The norms of one. */
export interface PreparedRun extends PreparedRuns {
  points: LoggedNorms
}

/**
 * Reads the series of a run that a refinement asks for, and fills in the defaults that depend on it.
 * @throws Problem `run-not-found`, `too-few-norms`, `invalid-request`
 */
export async function prepareRun(
  storage: ProjectStorage,
  memory: HeldMemory,
  runId: string,
  options: RefinementOptions
): Promise<PreparedRun> {
  return await prepareFound(storage, memory, await findRun(storage, runId), options)
}

/**
 * The same for a run that was found.
 * @param open what opens its series; where that keeps them, the points are others' too
 */
export async function prepareFound(
  storage: ProjectStorage,
  memory: HeldMemory,
  run: Run,
  options: RefinementOptions,
  open = storedSeries(storage)
): Promise<PreparedRun> {
  const series = normsOf(run)
  const norm = chooseNorm(options.norm, series, run.optimizer)
  const { versions, read } = await openLoggedNorms(storage, run, norm, options, open)
  const points = await read(memory, '')
  const resolved = resolveOptions(options, { norm, totalSteps: run.totalSteps, extent: loggedExtent(points) })
  const known = await factsOfRun(storage, run, norm, points, open)
  const facts = { optimizer: run.optimizer, totalSteps: run.totalSteps, series, runIds: [run.id], ...known }
  return { runs: [{ run, versions }], points, options: resolved, facts }
}

/**
 * The same for several runs, from one series of each. Their order does not matter, but for `steps`, which where it is not given is that of
 * the first, or of the longest.
 * @param defaultSteps whose number of steps is taken
 * @param pointerOf    where in the request a run is named
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long`, `invalid-request`
 */
export async function prepareRuns(
  storage: ProjectStorage,
  memory: HeldMemory,
  runIds: readonly string[],
  options: RefinementOptions,
  { defaultSteps, pointerOf }: { defaultSteps: 'first' | 'longest'; pointerOf: (index: number) => string }
): Promise<PreparedRuns> {
  const runs: Run[] = []
  for (const [index, id] of runIds.entries()) {
    const run = await storage.runs.find(id)
    if (run === null) throw runNotFound(id, pointerOf(index))
    runs.push(run)
  }
  const shared = normsOf(runs[0] as Run).filter((norm) => runs.every((run) => normsOf(run).includes(norm)))
  const adaptive = runs.find(({ optimizer }) => isAdaptive(optimizer))
  const optimizer = (adaptive ?? (runs[0] as Run)).optimizer
  const norm = sharedNorm(options.norm, shared, optimizer)
  const points = runs.reduce((sum, { series }) => sum + (series.find((one) => one.name === norm)?.points ?? 0), 0)
  if (points > stepsLimit) throw new Problem('series-too-long', `The runs have ${points} points in total; the limit is ${stepsLimit}.`)

  const read: { run: Run; versions: string; points: LoggedNorms }[] = []
  const each: OwnFacts[] = []
  for (const [index, run] of runs.entries()) {
    const logged = await openLoggedNorms(storage, run, norm, options)
    const own = await logged.read(memory, pointerOf(index))
    read.push({ run, versions: logged.versions, points: own })
    each.push(await factsOfRun(storage, run, norm, own))
  }
  const contexts = read.map(({ run, points: logged }) => ({ norm, totalSteps: run.totalSteps, extent: loggedExtent(logged) }))
  const stepsOf = ({ totalSteps, extent }: (typeof contexts)[number]) => totalSteps ?? extent
  const longest = contexts.reduce((one, other) => (stepsOf(other) > stepsOf(one) ? other : one))
  const resolved = resolveOptions(options, defaultSteps === 'first' ? (contexts[0] as typeof longest) : longest)
  return {
    runs: read,
    points: read.map(({ run, points: logged }) => ({ runId: run.id, points: logged })),
    options: resolved,
    facts: { optimizer, totalSteps: longest.totalSteps, series: shared, runIds, each }
  }
}

function sharedNorm(requested: RefinementOptions['norm'], shared: readonly NormName[], optimizer: string | null): RefinableNorm {
  try {
    return chooseNorm(requested, shared, optimizer)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.type, `No series is usable in all runs: ${error.detail}`)
    throw error
  }
}

/**
 * Fills in the defaults for norms that came with the request, one a step.
 * @param values shape `[n]`; those on shared memory are not copied, and may be overwritten by the multipliers
 * @param losses of the same steps
 * @throws Problem `invalid-request`
 */
export function prepareValues(
  { values, losses }: { values: Float64Array; losses: Float64Array | null },
  options: RefinementOptions
): PreparedRefinement {
  if (losses !== null && losses.length !== values.length) {
    throw invalid('/losses', `There are ${losses.length} losses and ${values.length} norms.`, 'Send a loss for each norm, or null.')
  }
  const resolved = resolveOptions(options, { norm: options.norm ?? 'l2', totalSteps: null, extent: values.length })
  const steps = { first: 0, stride: 1 }
  return { points: { steps, values, losses: losses && { steps, values: losses } }, options: resolved, facts: unknownRun }
}
