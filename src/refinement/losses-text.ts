import { percent, times } from './diagnosis/amounts.ts'
import { coveredMin } from './diagnosis/loss-span.ts'
import type { Level } from './level.ts'
import type { LossesBeside } from './losses-beside.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { LossesRead } from './usable-losses.ts'

/** What a loss would add: said wherever there is none. */
export const lossHint =
  'With the training loss logged beside the norms, Taper can tell norms that change because training converges from ' +
  'norms that change for another reason, and moves the rate only for the latter.'

/** What a refinement did with losses, or what they would add. @param level of preset robust */
export function lossesRead(
  { counts, series, covered, leftOut }: LossesBeside,
  { preset, loss }: Pick<ResolvedRefinementOptions, 'preset' | 'loss'>,
  level: Level | null
): LossesRead {
  const use = series !== null ? 'read' : leftOut !== null ? 'left-out' : 'none'
  const within =
    covered === null || covered >= coveredMin ? '' : ` They cover ${percent(covered)} of the steps; elsewhere the nearest one counts.`
  return { use, ...counts, covered, detail: `${detailOf(use, leftOut, preset, loss, level)}${within}` }
}

function detailOf(
  use: LossesRead['use'],
  leftOut: string | null,
  preset: ResolvedRefinementOptions['preset'],
  loss: ResolvedRefinementOptions['loss'],
  level: Level | null
): string {
  if (preset === 'reference') return `Preset reference reads no losses. With preset robust: ${lossHint}`
  if (level === null) {
    if (use === 'read') return 'Preset paper takes no account of losses; `explained` compares them with the norms.'
    return `${leftOut ?? 'No losses were read.'} ${lossHint}`
  }
  const made = changeOf(level)
  if (use === 'read') {
    return level.isGivenUp
      ? 'The losses vanish, or the run diverged: they explain nothing, and the schedule is linear decay after the ramp.'
      : `The losses were read beside the norms. ${made === null ? 'They explain the norms' : `The norms change by a factor of ${made} that they do not explain`}: ${scheduleOf(made)}`
  }
  const why = leftOut ?? (loss === 'none' ? 'Losses were not asked for.' : 'No losses were read.')
  const seen = level.isGivenUp
    ? 'The norms rise more than tenfold above their start, as where a run diverges: the schedule is linear decay after the ramp.'
    : `Without them only rises of the norm count, ${made === null ? 'and there are none beyond the noise' : `here by a factor of ${made}`}: ${scheduleOf(made)}`
  return `${why} ${seen} ${lossHint}`
}

/** The factor between the smallest level and the largest; null where the schedule is linear decay. */
const changeOf = ({ smallest, largest }: Level): string | null => (largest > smallest ? times(largest / smallest) : null)

const scheduleOf = (made: string | null): string =>
  made === null ? 'the schedule is linear decay after the ramp.' : 'the schedule has less rate where they are larger.'
