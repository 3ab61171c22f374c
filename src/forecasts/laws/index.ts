import { annealingMomentum } from './annealing-momentum.ts'
import { boundPower } from './bound-power.ts'
import type { LossLaw } from './law.ts'
import { multiPower } from './multi-power.ts'

/** The laws that there are. */
export const lossLaws = [annealingMomentum, multiPower, boundPower] as const satisfies readonly LossLaw[]
