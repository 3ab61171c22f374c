import type { Report, Taper } from './taper.ts'

/** The preset's ramp, as a fraction of the steps. */
const ramp = 0.05

interface Rule {
  rule: string
  parameters?: Record<string, unknown>
}

/** Schedules that are the same for every problem of the same length, by the names of rules. */
const byRule: Readonly<Record<string, Rule>> = {
  flat: { rule: 'flat' },
  inverse: { rule: 'inverse' },
  'inverse-sqrt': { rule: 'inverse-sqrt' },
  stepwise: { rule: 'stepwise' },
  wsd: { rule: 'wsd' },
  cosine: { rule: 'cosine' },
  linear: { rule: 'linear' },
  'warmup-linear': { rule: 'warmup', parameters: { length: ramp, of: { rule: 'linear' } } }
}

/** Schedules that are refined from the log of a run with linear decay. */
const byRefinement: Readonly<Record<string, Record<string, unknown>>> = {
  paper: { preset: 'paper' },
  robust: { preset: 'robust' },
  'paper-weight-norm': { preset: 'paper', scaleBy: 'weight-norm' }
}

/** What the report calls them. */
export const titles: Readonly<Record<string, string>> = {
  flat: 'flat',
  inverse: '1/t',
  'inverse-sqrt': '1/√t',
  stepwise: 'stepwise',
  wsd: 'WSD',
  cosine: 'cosine',
  linear: 'linear',
  'warmup-linear': '5 % warm-up + linear',
  'ramp-linear': 'linear with the ramp of `robust`',
  paper: 'refined, `paper`',
  robust: 'refined, `robust`',
  'paper-weight-norm': 'refined, `paper`, of ‖g‖·‖w‖'
}

export interface NamedSchedule {
  name: string
  multipliers: Float64Array
  /** Of a refinement. */
  report?: Report
}

/** Asks the service for schedules by name; those that no problem decides are asked for once. */
export function scheduleSource(taper: Taper) {
  const asked = new Map<string, Promise<Float64Array>>()
  const once = (key: string, ask: () => Promise<Float64Array>): Promise<Float64Array> => {
    if (!asked.has(key)) asked.set(key, ask())
    return asked.get(key)!
  }
  return async (name: string, steps: number, run: string): Promise<NamedSchedule> => {
    const options = byRefinement[name]
    if (options) {
      const { multipliers, report } = await taper.refine(run, options)
      return { name, multipliers, report }
    }
    if (name === 'ramp-linear') {
      return { name, multipliers: await once(`${name} ${steps}`, () => taper.refinedFromEqualNorms({ preset: 'robust' }, steps)) }
    }
    const { rule, parameters = {} } = byRule[name]!
    return { name, multipliers: await once(`${name} ${steps}`, async () => (await taper.rule(rule, parameters, steps)).multipliers) }
  }
}
export type ScheduleSource = ReturnType<typeof scheduleSource>
