import type { LogFacts } from './recorder.ts'

/**
 * The facts of a log with the length that it names only where its steps keep to it: a number of steps in an epoch, or of a training that
 * was made longer, is none.
 * @param lastStep the last step that the log has
 * @param isRenumbered its steps began anew with each epoch
 */
export function factsWithin(facts: LogFacts, lastStep: number, isRenumbered: boolean): { facts: LogFacts; notes: string[] } {
  const { totalSteps, ...others } = facts
  if (totalSteps === undefined || (lastStep <= totalSteps && !isRenumbered)) return { facts, notes: [] }
  if (isRenumbered) return { facts: others, notes: [] }
  return {
    facts: others,
    notes: [`The log says that it is of ${totalSteps} steps, and goes on to step ${lastStep}; its own extent counts.`]
  }
}
