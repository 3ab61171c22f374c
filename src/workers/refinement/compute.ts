import type { EngineChoice } from '../../domain/engine.ts'
import type { Engine } from '../../kernels/engine.ts'
import { type FilteredNorms, refine } from '../../refinement/refine.ts'
import { openEngine } from '../engines.ts'
import { answering } from '../threads/answering.ts'
import { type Drawn, drawnOf } from './drawn.ts'
import { keptScratch } from './kept-scratch.ts'
import { bytesOfTask, countOf, type RefinementResult, type RefinementTask } from './task.ts'

export default answering(refineTask, ({ points, options }) => 8 * countOf(points) + bytesOfTask(points, options.steps))

let opened: Promise<Engine> | undefined

/** The engine that is named, opened once a thread; undefined for plain loops, which is what `auto` takes. */
const engineOf = (choice: EngineChoice): Promise<Engine> | undefined =>
  choice === 'auto' || choice === 'reference' ? undefined : (opened ??= openEngine(choice))

/** Refines one series, or the median of several, into the memory of the task. */
async function refineTask({
  points,
  options,
  run,
  multipliers,
  engine: choice,
  filteredMax,
  progress
}: RefinementTask): Promise<RefinementResult> {
  const engine = await engineOf(choice)
  const onProgress = (fraction: number) => {
    if (progress !== undefined) progress[0] = fraction
  }
  let filtered: Drawn | null = null
  const onFiltered = ({ values, first, last }: FilteredNorms) => {
    if (filteredMax > 0) filtered = drawnOf(values, { first, last, max: filteredMax })
  }
  const { report } = refine(points, options, run, { out: multipliers, scratch: keptScratch, engine, onFiltered, onProgress })
  return { report, filtered }
}
