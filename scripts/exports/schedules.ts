import { scheduleRules } from '../../src/schedules/index.ts'

/** A schedule of the service, with what its exports must give back. */
export interface Exported {
  name: string
  id: string
  multipliers: number[]
  /** Whether the service knows the peak learning rate. */
  peakKnown: boolean
}

/** Numbers that are exact in binary tell less: neither of these is. */
export const peaks = { known: 3e-4, user: 0.7 }

const steps = 1000
const warmup = (length: number, rule: string, parameters = {}, shape = 'linear') => ({
  rule: 'warmup',
  parameters: { length, shape, of: { rule, parameters } }
})

/** Every rule with parameters other than its defaults, and what the settings of the trainers name. */
const rules: { rule: string; parameters: object; steps?: number }[] = [
  { rule: 'flat', parameters: {} },
  { rule: 'inverse', parameters: {} },
  { rule: 'inverse-sqrt', parameters: {} },
  { rule: 'noam', parameters: { length: 0.1 } },
  { rule: 'linear', parameters: {} },
  { rule: 'linear', parameters: { final: 0.1 } },
  { rule: 'linear', parameters: { final: 0.1 } },
  { rule: 'cosine', parameters: { final: 0.05 } },
  { rule: 'cosine-restarts', parameters: { cycles: 3, growth: 2, final: 0.1 } },
  { rule: 'polynomial', parameters: { power: 2, final: 0.2 } },
  { rule: 'polynomial', parameters: { power: 3 } },
  { rule: 'exponential', parameters: { final: 0.001 } },
  { rule: 'stepwise', parameters: { milestones: [0.5, 0.75], factor: 0.3 } },
  { rule: 'wsd', parameters: { cooldown: 0.3 } },
  { rule: 'wsd', parameters: { cooldown: 0.4, final: 0.1 } },
  { rule: 'wsd', parameters: { cooldown: 0.5, shape: 'one-minus-sqrt', final: 0.1 } },
  { rule: 'trapezoid', parameters: { warmup: 0.1, cooldown: 0.4, final: 0.1 } },
  { rule: 'one-cycle', parameters: { warmup: 0.25, shape: 'linear', start: 0.1, final: 0.001 } },
  {
    rule: 'piecewise',
    parameters: {
      shape: 'cosine',
      points: [
        { at: 0, multiplier: 0.2 },
        { at: 0.3, multiplier: 1 },
        { at: 0.6, multiplier: 0.4 },
        { at: 1, multiplier: 0.1 }
      ]
    }
  },
  warmup(0.1, 'flat'),
  warmup(0.1, 'linear'),
  warmup(150, 'cosine', { final: 0.02 }),
  warmup(150, 'cosine', {}, 'cosine'),
  warmup(0.1, 'wsd', { cooldown: 0.3 }),
  warmup(0.1, 'wsd', { cooldown: 0.3, final: 0.1 }),
  { ...warmup(0.1, 'cosine', { final: 0.05 }), steps: 20_000 },
  {
    rule: 'branch',
    parameters: {
      from: 700,
      before: { ...warmup(100, 'flat'), steps: 2000 },
      after: { rule: 'wsd', parameters: { cooldown: 1, shape: 'one-minus-sqrt', final: 0.05 } }
    }
  }
]

/** The decaying norms of a run, with any amount of noise; the same each time. */
function norms(count: number, noise: number): number[] {
  let state = 1
  return Array.from({ length: count }, (_, i) => {
    state = (state * 48_271) % 2_147_483_647
    return 1 + 3 * Math.exp(-i / (count / 10)) + noise * (state / 2_147_483_647)
  })
}

const refined = [
  { name: 'refined, smooth', steps, noise: 0, window: 0.1 },
  { name: 'refined, noisy', steps, noise: 3, window: 0 },
  { name: 'refined, noisy', steps: 20_000, noise: 3, window: 0 }
]

/** Makes all schedules by the service, the peak learning rate given in every second. */
export async function makeSchedules(url: string): Promise<Exported[]> {
  const untried = scheduleRules.filter(({ name }) => !rules.some(({ rule }) => rule === name))
  if (untried.length > 0) throw new Error(`There is no schedule here by the rule ${untried.map(({ name }) => name).join(', ')}`)
  const call = async (path: string, method: string, body?: object) => {
    const answer = await fetch(url + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: string; multipliers: number[] }
  }
  const made: Exported[] = []
  const peak = () => (made.length % 2 === 0 ? { peakLearningRate: peaks.known } : {})
  const add = async (name: string, peakKnown: boolean, { id }: { id: string }) => {
    const { multipliers } = await call(`/v1/schedules/${id}/multipliers`, 'GET')
    made.push({ name: `${name}, ${multipliers.length} steps`, id, multipliers, peakKnown })
  }
  for (const rule of rules) {
    const given = peak()
    await add(
      `${rule.rule} ${JSON.stringify(rule.parameters)}`,
      'peakLearningRate' in given,
      await call('/v1/schedules', 'POST', { steps, ...rule, ...given })
    )
  }
  for (const { name, steps, noise, window } of refined) {
    const given = peak()
    const run = `/v1/runs/exports-${made.length}`
    await call(run, 'PUT', { totalSteps: steps, ...given })
    await call(`${run}/gradient-norms`, 'POST', { values: norms(steps, noise) })
    await add(name, 'peakLearningRate' in given, await call(`${run}/schedules`, 'POST', { window }))
  }
  return made
}
