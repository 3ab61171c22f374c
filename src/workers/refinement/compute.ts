import type { EngineChoice } from '../../domain/engine.ts'
import { stepAt } from '../../domain/gradient-norm.ts'
import type { Engine } from '../../kernels/engine.ts'
import { type FilteredNorms, refine } from '../../refinement/refine.ts'
import { openEngine } from '../engines.ts'
import { answering } from '../threads/answering.ts'
import { type Drawn, drawnOf } from './drawn.ts'
import { keptLengthMax, keptScratch } from './kept-scratch.ts'
import { bytesOfTask, countOf, type RefinementResult, type RefinementTask } from './task.ts'

export default answering(refineTask, garbageOf)

/** What a task leaves to collect: of one that is drawn, which comes again and again, little but what uneven steps need. */
function garbageOf({ points, options, multipliers }: RefinementTask): number {
  const count = 8 * countOf(points)
  const isKept = multipliers === null && Math.max(count / 8, options.steps) <= keptLengthMax
  return isKept ? count : count + bytesOfTask(points, options.steps)
}

let opened: Promise<Engine> | undefined

/** The engine that is named, opened once a thread; undefined for plain loops, which is what `auto` takes. */
const engineOf = (choice: EngineChoice): Promise<Engine> | undefined =>
  choice === 'auto' || choice === 'reference' ? undefined : (opened ??= openEngine(choice))

/** Refines one series, or the median of several, into the memory of the task, or to be drawn. */
async function refineTask({
  points,
  options,
  run,
  multipliers,
  engine: choice,
  drawnMax: max,
  progress
}: RefinementTask): Promise<RefinementResult> {
  const engine = await engineOf(choice)
  const onProgress = (fraction: number) => {
    if (progress !== undefined) progress[0] = fraction
  }
  let norms: Drawn | null = null
  let losses: Drawn | null = null
  const onFiltered = ({ values, first, last }: FilteredNorms) => {
    if (max > 0) norms = drawnOf(values, { first, last, max })
  }
  const onFilteredLosses = ({ values, first, last }: FilteredNorms) => {
    if (max > 0) losses = whereLogged(drawnOf(values, { first, last, max }), points)
  }
  const out = multipliers ?? keptScratch(options.steps, 'multipliers')
  const { report } = refine(points, options, run, { out, scratch: keptScratch, engine, onFiltered, onFilteredLosses, onProgress })
  if (norms === null) return { report, drawn: null }
  return { report, drawn: { norms, losses, multipliers: drawnOf(out, { first: 0, last: out.length - 1, max, also: report.peak.step }) } }
}

/** Losses are on the grid of the norms, outside of which they were logged or not: of one log, those between its first loss and its last. */
function whereLogged({ steps, values }: Drawn, points: RefinementTask['points']): Drawn {
  const losses = 'steps' in points ? points.losses : null
  if (!losses) return { steps, values }
  const [first, last] = [stepAt(losses.steps, 0), stepAt(losses.steps, losses.values.length - 1)]
  const isThere = (_: number, i: number) => steps[i]! >= first && steps[i]! <= last
  return { steps: steps.filter(isThere), values: values.filter(isThere) }
}
