import { type EngineDescription, referenceEngine } from '../domain/engine.ts'

/** Every engine of this version, in the order in which `auto` prefers them. */
export const engines: readonly EngineDescription[] = [referenceEngine]

/**
 * The engine that `TAPER_ENGINE` names.
 * @throws Error for one that this version does not have; the message says which there are
 */
export function chooseEngine(choice: 'auto' | EngineDescription['name']): EngineDescription {
  const chosen = choice === 'auto' ? engines[0] : engines.find(({ name }) => name === choice)
  if (chosen === undefined) {
    throw new Error(
      `TAPER_ENGINE is ${choice}, which this version does not have; use auto or ${engines.map(({ name }) => name).join(', ')}.`
    )
  }
  return chosen
}
