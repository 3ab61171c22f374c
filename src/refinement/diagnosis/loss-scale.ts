import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { type Jump, jumpsOf } from './level-jumps.ts'
import type { Symptom } from './symptom.ts'

/** How near to a whole power of two a jump must be: so near, or within so many standard errors. */
const exactMax = 0.05
const errorsMax = 2.5
/** Where norms scatter so much that a jump is not known better than this, it says nothing. */
const errorMax = 0.2

/** Scales begin at 2¹⁵ or 2¹⁶; norms of gradients that nobody scaled are smaller than this. */
const largeNorm = 256
/** By chance, so many jumps would be as near to whole powers with this probability; more where something else speaks for a scale. */
const chanceMax = { large: 0.9, atGap: 0.5, alone: 0.15 } as const

/**
 * A gradient scaler multiplies the loss by a power of two, halves it where gradients overflow and doubles it after some thousand steps without. Norms that
 * are taken before the gradients are divided again jump with it, and so would the schedule.
 * Source: PyTorch, `torch.amp.GradScaler` (65 536 at first, × 2 each 2000 steps, × ½); Keras, `LossScaleOptimizer`; Micikevicius et al., Mixed Precision
 * Training, 2018, arXiv:1710.03740.
 */
export const lossScale: Symptom = {
  code: 'loss-scale',
  meaning: 'The level of the norms jumps by exact powers of two, as a loss scale does.',
  examine: ({ logs }) => {
    const jumps = logs.map(scaleJumps).find((found) => found !== null)
    return () => {
      if (jumps == null) return null
      const { step, powers } = jumps[0]!
      const more = jumps.length === 1 ? '' : ', and by such factors again'
      return (
        `The norms jump to ${powers > 0 ? `${2 ** powers} times` : `1/${2 ** -powers} of`} their level at step ${step}${more}, as if they were multiplied by the loss ` +
        'scale of mixed precision. Log the norm after the gradients are unscaled (`scaler.unscale_(optimizer)`).'
      )
    }
  }
}

interface ScaleJump {
  readonly step: number
  /** log₂ of the ratio, whole. */
  readonly powers: number
  /** Points are missing there, as steps that overflow are. */
  readonly isAtGap: boolean
}

/**
 * The jumps of a log that are whole powers of two, where they are those of a scale. One alone may be chance, as where the noise is made four times as large;
 * it needs norms as large as scaled ones are, or a step that was skipped. A rise and the fall back need one of these too, unless by a factor of two.
 */
function scaleJumps({ steps, values }: Points): readonly ScaleJump[] | null {
  const { jumps, level } = jumpsOf(values)
  const known = jumps.filter(({ error }) => error <= errorMax)
  const exact = known.filter(isExact)
  if (exact.length <= 2 * (known.length - exact.length)) return null
  const found = exact.map(({ at, powers }): ScaleJump => {
    const [left, right] = [stepAt(steps, at - 1), stepAt(steps, at)]
    const spacing = at > 1 ? left - stepAt(steps, at - 2) : right - left
    return { step: right, powers: Math.round(powers), isAtGap: right - left > spacing }
  })
  const chance = exact.reduce((product, jump) => product * Math.min(1, 2 * slackOf(jump)), 1)
  const areSteps = found.length >= 3 || (found.length === 2 && found.every(({ powers }) => Math.abs(powers) === 1))
  const limit =
    level >= largeNorm ? chanceMax.large : found.some(({ isAtGap }) => isAtGap) ? chanceMax.atGap : areSteps ? chanceMax.alone : 0
  return chance <= limit ? found : null
}

const slackOf = ({ error }: Jump): number => Math.max(exactMax, errorsMax * error)

const isExact = (jump: Jump): boolean => Math.round(jump.powers) !== 0 && Math.abs(jump.powers - Math.round(jump.powers)) <= slackOf(jump)
