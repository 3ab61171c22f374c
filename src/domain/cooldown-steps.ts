import { floorOfPart } from './parts-of-steps.ts'

/** Steps of a cooldown at the end of n: ⌊c·n⌋ for a fraction c ≤ 1, c itself above 1; at least one step stays before it. */
export const cooldownSteps = (cooldown: number, n: number): number =>
  Math.max(0, Math.min(cooldown > 1 ? cooldown : floorOfPart(cooldown, n), n - 1))
