import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { EngineChoice } from '../../domain/engine.ts'
import type { Engine } from '../../kernels/engine.ts'
import { refine } from '../../refinement/refine.ts'
import { openEngine } from '../engines.ts'
import { answering } from '../threads/answering.ts'
import { keptScratch } from './kept-scratch.ts'
import { countOf, type RefinementResult, type RefinementTask } from './task.ts'

export default answering(refineTask)

/**
 * After so many points and steps, the memory of tasks that are done is given back when the thread has been idle for a moment. With
 * less it waits for a collection that comes by itself: a forced one also throws away compiled code.
 */
const pointsKeptMax = 8_000_000
const idleMs = 50

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let pointsSinceCollection = 0
let collection: NodeJS.Timeout | undefined

let opened: Promise<Engine> | undefined

/** The engine that is named, opened once a thread; undefined for plain loops, which is what `auto` takes. */
const engineOf = (choice: EngineChoice): Promise<Engine> | undefined =>
  choice === 'auto' || choice === 'reference' ? undefined : (opened ??= openEngine(choice))

/** Refines one series, or the median of several, into the memory of the task. */
async function refineTask({ points, options, run, multipliers, engine: choice, progress }: RefinementTask): Promise<RefinementResult> {
  clearTimeout(collection)
  pointsSinceCollection += countOf(points) + options.steps
  try {
    const engine = await engineOf(choice)
    const onProgress = (fraction: number) => {
      if (progress !== undefined) progress[0] = fraction
    }
    const { report } = refine(points, options, run, { out: multipliers, scratch: keptScratch, engine, onProgress })
    return { report }
  } finally {
    if (pointsSinceCollection > pointsKeptMax) collection = setTimeout(collect, idleMs)
  }
}

function collect() {
  pointsSinceCollection = 0
  collectGarbage()
}
