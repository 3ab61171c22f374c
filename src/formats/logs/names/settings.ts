import type { LogFacts } from '../recorder.ts'
import { textNumber } from '../text-number.ts'
import { isLengthName } from './step-names.ts'

/** What configurations call these, by the last part of a name such as `optimizer.weight_decay`. */
const names: Readonly<Record<Exclude<keyof LogFacts, 'totalSteps'>, ReadonlySet<string>>> = {
  optimizer: new Set(['optimizer', 'optim', 'optimizer_name', 'optim_name', 'optimizer_type', 'opt']),
  weightDecay: new Set(['weight_decay', 'weightdecay', 'wd', 'adam_weight_decay']),
  clipNorm: new Set(
    'max_grad_norm clip_grad clip_grad_norm clip_norm grad_clip grad_clip_norm gradient_clip gradient_clip_val gradient_clip_norm gradient_clipping max_norm clip_gradients'.split(
      ' '
    )
  ),
  peakLearningRate: new Set(['learning_rate', 'lr', 'peak_lr', 'max_lr', 'peak_learning_rate', 'base_lr'])
}

/**
 * What the settings of a training say of it. A setting that stands there with several values, as of two optimizers, says nothing.
 * @param settings values by their names; parts of a name are separated by dots or slashes
 */
export function factsOfSettings(settings: Iterable<readonly [string, unknown]>): LogFacts {
  const found = new Map<keyof LogFacts, Set<string | number>>()
  const add = (fact: keyof LogFacts, value: string | number | undefined) => {
    if (value !== undefined) found.set(fact, (found.get(fact) ?? new Set()).add(value))
  }
  for (const [name, value] of settings) {
    const last = name.split(/[./]/).at(-1)?.trim().toLowerCase().replaceAll('-', '_') ?? ''
    if (names.optimizer.has(last)) add('optimizer', word(value))
    else if (names.weightDecay.has(last)) add('weightDecay', number(value, 0))
    // Zero and below say that nothing is clipped, or nothing at all.
    else if (names.clipNorm.has(last)) add('clipNorm', number(value, Number.MIN_VALUE))
    else if (names.peakLearningRate.has(last)) add('peakLearningRate', number(value, Number.MIN_VALUE))
    else if (isLengthName(last)) {
      const steps = number(value, 1)
      if (Number.isSafeInteger(steps)) add('totalSteps', steps)
    }
  }
  return Object.fromEntries([...found].filter(([, values]) => values.size === 1).map(([fact, values]) => [fact, [...values][0]]))
}

function number(value: unknown, least: number): number | undefined {
  const read = typeof value === 'number' ? value : typeof value === 'string' ? textNumber(value.trim()) : null
  return read !== null && Number.isFinite(read) && read >= least ? read : undefined
}

/** A name of an optimizer; Python's enumerations show theirs as `OptimizerNames.ADAMW_TORCH`. */
function word(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = value.trim().replace(/^OptimizerNames\./, '')
  return /^[A-Za-z][\w. -]{0,63}$/.test(name) && !/^(?:none|null|true|false|default|auto)$/i.test(name) ? name : undefined
}
