import { isLengthName, isStepName } from './step-names.ts'
import { wordsOf } from './words.ts'

/**
 * What a column holds, by its name. `passed` is never read unless it is asked for: times, counters, and the minima and maxima that a chart
 * adds. `known` is something that trainings log and no series of ours. `unknown` says nothing.
 */
export type Kind =
  | 'norm'
  | 'loss'
  | 'eval-loss'
  | 'learning-rate'
  | 'weight-norm'
  | 'update-norm'
  | 'distance'
  | 'step'
  | 'epoch'
  | 'passed'
  | 'known'
  | 'unknown'

export interface Meaning {
  readonly kind: Kind
  /** Which norm, where the name says so; null: any. */
  readonly norm: 'l1' | 'l2' | 'linf' | null
  /** Of several columns of a kind the highest is the one of the whole model, raw. */
  readonly rank: number
  /** Of a layer or another part of the model alone. */
  readonly isPart: boolean
  /** Whose it is, where the name says more than what and how: `actor` of `actor/grad_norm_clipped`; empty: of all that is trained. */
  readonly owner: string
}

/** Words that say where a number was logged, and nothing of what it is. */
const neutral = set(
  'train trainer training learning optim optimizer metrics metric stats debug model step current value log inner main scalar scalars network batch the of default'
)
const whole = set('total global all overall')
const raw = set('raw unclipped preclip noclip pre before unscaled original orig')
const clipped = set('clipped postclip post after')
/** What clipping returns, which is raw, or what it clips to: nobody can tell. */
const clipping = set('clip clipping')
const smoothed = set('avg avr average mean smooth smoothed ema running epoch last')
const evaluation = set('eval evaluation val valid validation test dev heldout holdout')
const times = set(
  'wall time timestamp runtime relative elapsed eta second seconds sec secs ms date datetime duration remaining created dt hours minutes walltime'
)
/** What trainings log besides. */
const others = set(
  `acc acc1 acc5 accuracy accuracies top1 top5 ppl perplexity entropy f1 auc bleu rouge reward rewards kl mfu tflop tflops flops tps
  throughput memory mem tokens tok samples sps percentage percent momentum mom beta beta1 beta2 eps size seed rank scale scaler scaling
  skipped count seen temperature precision recall error errors mae mse rmse iou map fps gpu cpu world workers ratio std var variance`
)
const part =
  /^(?:layers?|blocks?|h|weights?|bias|conv|embed(?:ding|dings|der|s)?|wte|wpe|attn|attention|mlp|ffn|fc|head|linear|encoder|decoder|q|k|v|proj|projection|bn|ln|layernorm|kernel|experts?|router|gate|groups?|pg|textencoder|te)\d*$/
const chartStatistic = /__(?:min|max)$/i
/** Something made of a gradient's norm that is none: its logarithm, square or change, a statistic over ranks or time, the threshold of clipping. */
const derived = set(
  `std var variance ratio scale max min maximum minimum median threshold limit thresh sq squared square sqrt change delta diff per
  normalized normalised inverse inv log10 log2 ln p10 p25 p50 p75 p90 p95 p99`
)
const logarithm = /(?:^|[^a-z])log[\s_-]*(?:of[\s_-]*)?(?:the[\s_-]*)?(?:grad|gnorm)|norm[\s_-]+log(?:$|[^a-z])/i

/** What a program was told, and not what it measured. */
const setting = /^(?:config|configuration|args|hparams|hyper_?parameters|settings|cfg)[/.]/i

/** A kind of series, and the words that a name of it is made of. The first that fits is taken. */
interface Pattern {
  readonly kind: Kind
  /** Every one of these groups has a word in the name. */
  readonly needs: readonly ReadonlySet<string>[]
  /** None of these has. */
  readonly without?: ReadonlySet<string>
  /** Words that belong to such a name and take nothing from its rank. */
  readonly own: ReadonlySet<string>
  readonly rank?: number
}

const weights = set('param params parameter parameters weight weights')
const whichNorm = set('l1 l2 linf')
const patterns: readonly Pattern[] = [
  {
    kind: 'norm',
    needs: [set('grad gnorm g'), set('norm gnorm l1 l2 linf')],
    without: new Set([...weights, ...derived].filter((word) => !word.startsWith('weight'))),
    own: new Set([...whichNorm, ...set('grad gnorm norm inf 1 2')])
  },
  { kind: 'known', needs: [set('grad gnorm'), new Set([...derived, ...set('mean absmax avg average abs')])], own: set('') },
  { kind: 'weight-norm', needs: [set('norm'), weights], own: new Set([...weights, ...set('norm l2 2 0 model')]) },
  { kind: 'update-norm', needs: [set('norm'), set('update updates')], own: set('norm update updates l2 2 0') },
  // What clip_grad_norm_ of PyTorch returns is called so by who logs it; less surely a gradient's than a name that says "grad".
  { kind: 'norm', needs: [set('norm')], own: set('norm l1 l2 linf'), rank: -4 },
  {
    kind: 'eval-loss',
    needs: [set('loss losses nll'), evaluation],
    without: set('scale scaler scaling'),
    own: new Set([...evaluation, ...set('loss losses nll lm ce')])
  },
  { kind: 'loss', needs: [set('loss losses nll')], without: set('scale scaler scaling'), own: set('loss losses nll lm ce language') },
  { kind: 'known', needs: [set('lr'), set('d')], own: set('') },
  { kind: 'learning-rate', needs: [set('lr lrs')], own: set('lr lrs adam adamw sgd decoupledadamw group group0 0 pg1 base') }
]

const none: ReadonlySet<string> = new Set()
/** Words that say where or how something was measured, and not whose it is. */
const measured: ReadonlySet<string> = new Set([...neutral, ...whole, ...raw, ...clipped, ...clipping, ...smoothed, ...evaluation])

/** What a column of this name is. The patterns are drawn from the names that trainers and trackers give (docs/logs.md), so that others fit too. */
export function meaningOf(name: string): Meaning {
  const words = wordsOf(name)
  const plain = (kind: Kind): Meaning => ({ kind, norm: null, rank: 0, isPart: false, owner: '' })
  if (chartStatistic.test(name)) return plain('passed')
  if (isStepName(name)) return plain('step')
  if (isLengthName(name) || logarithm.test(name) || setting.test(name)) return plain('known')
  const has = (any: ReadonlySet<string>) => words.some((word) => any.has(word))
  for (const { kind, needs, without = none, own, rank = 0 } of patterns) {
    if (!needs.every(has) || has(without)) continue
    // The g of ‖g‖ is a gradient, and that of grad_norm_G a generator.
    const isGradient = kind === 'norm' && !words.includes('grad')
    const rest = words.filter((word) => !own.has(word) && !(isGradient && word === 'g'))
    // A name that says only "norm" and something else is one of that: spectral_norm, hidden_state_norm.
    if (rank < 0 && rest.some((word) => !neutral.has(word) && !whole.has(word))) return plain('known')
    return {
      kind,
      norm: kind === 'norm' ? normOf(words) : null,
      rank: rank + rankOf(rest),
      isPart: rest.some((word) => part.test(word)),
      owner: rest.filter((word) => !measured.has(word)).join(' ')
    }
  }
  if (/^(?:prodigy )?d$/.test(words.join(' '))) return plain('distance')
  if (has(times)) return plain('passed')
  if (has(set('epoch epochs'))) return plain('epoch')
  return plain(has(others) ? 'known' : 'unknown')
}

/** Each word that says neither where nor how it was measured makes a column less likely the whole model's. */
function rankOf(words: readonly string[]): number {
  let rank = 0
  for (const word of words) {
    if (whole.has(word)) rank += 3
    else if (raw.has(word)) rank += 6
    else if (clipped.has(word)) rank -= 20
    else if (clipping.has(word) && !words.some((other) => raw.has(other) || clipped.has(other))) rank -= 10
    else if (evaluation.has(word)) rank -= 6
    else if (smoothed.has(word)) rank -= 3
    else if (!neutral.has(word)) rank -= 2
  }
  return rank
}

function normOf(words: readonly string[]): Meaning['norm'] {
  const text = words.join(' ')
  if (/\bl1\b|\bgrad 1 norm\b/.test(text)) return 'l1'
  if (/\b(?:l?inf)\b/.test(text)) return 'linf'
  return /\bl2\b|\bgrad 2 norm\b/.test(text) ? 'l2' : null
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''))
}

/** What a name says of clipping: measured after it, or one that stands for either; null: nothing, or that it is raw. */
export function clippingIn(name: string): 'clipped' | 'unclear' | null {
  const words = wordsOf(name)
  if (words.some((word) => clipped.has(word))) return 'clipped'
  return words.some((word) => clipping.has(word)) && !words.some((word) => raw.has(word)) ? 'unclear' : null
}
