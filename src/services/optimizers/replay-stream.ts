import type { EngineChoice } from '../../domain/engine.ts'
import { invalid } from '../../domain/problems.ts'
import { openEngines } from '../../workers/engines.ts'
import { runWork } from '../../workers/optimizers/run-work.ts'
import type { OptimizerAnswer, OptimizerWork } from '../../workers/optimizers/work.ts'

/**
 * Runs a replay in this process and thread, with no database: the same request and answer as over HTTP, but for `scheduleId`.
 * @param body     as it comes; gradients in the order of their steps are not kept
 * @param progress told after each step
 * @throws Problem those of a replay; Error where the engine that is named cannot be used
 */
export async function replayStream(
  work: Omit<OptimizerWork, 'operation'>,
  body: AsyncIterable<Uint8Array>,
  { engine, progress }: { engine: EngineChoice; progress: (done: number, steps: number) => void }
): Promise<OptimizerAnswer> {
  const { engineFor } = await openEngines(engine)
  const readSchedule = () => {
    throw invalid('/scheduleId', 'names a schedule of a service, and there is none here.', 'Write the learningRate of each step instead.')
  }
  return await runWork({ ...work, operation: 'replay' }, body, { engineFor, readSchedule, progress })
}
