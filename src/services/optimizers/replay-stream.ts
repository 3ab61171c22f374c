import type { EngineChoice } from '../../domain/engine.ts'
import { openEngines } from '../../workers/engines.ts'
import { readRequest } from '../../workers/optimizers/compute.ts'
import type { OptimizerAnswer, OptimizerTask } from '../../workers/optimizers/task.ts'

/**
 * Runs a replay in this process and thread, with no database: the same request and answer as over HTTP, but for `scheduleId`.
 * @param body     as it comes; gradients in the order of their steps are not kept
 * @param progress told after each step
 * @throws Problem those of a replay; Error where the engine that is named cannot be used
 */
export async function replayStream(
  task: Omit<OptimizerTask, 'operation'>,
  body: AsyncIterable<Uint8Array>,
  { engine, progress }: { engine: EngineChoice; progress: (done: number, steps: number) => void }
): Promise<OptimizerAnswer> {
  const { engineFor } = await openEngines(engine)
  const request = await readRequest({ ...task, operation: 'replay' }, body)
  // There are no stored schedules here: one that is named is an error of the request.
  return await request.compute(undefined, { engineFor, progress })
}
