import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Measured, ProblemResult } from '../../../evaluation/evaluate-problem.ts'
import { allProblems, quickProblems } from '../../../evaluation/problems.ts'
import { compare, summarise } from '../../../evaluation/report/compare.ts'
import { judge } from '../../../evaluation/report/gates.ts'
import { summaryTable } from '../../../evaluation/report/tables.ts'
import { rankCorrelation } from '../../../evaluation/tuning/statistics.ts'
import { openResultStore } from '../../../evaluation/work/results.ts'

const losses = [0.3, 0.32, 0.31, 0.29]
const schedule = (name: string, factor: number, warnings: string[] = []): Measured => ({
  name,
  measurement: { peak: 1, atEdge: false, outcomes: losses.map((loss) => ({ loss: loss * factor, heldOut: null })) },
  report:
    name === 'paper' || name === 'robust' ? { bound: { gain: 1 }, peak: { step: 0 }, warnings: warnings.map((code) => ({ code })) } : null
})

/** A problem with the given losses, as multiples of those of linear decay. */
function result(id: string, factors: Record<string, number>, { tail = 1, warnings = [] as string[] } = {}): ProblemResult {
  const problem = allProblems.find((one) => one.id === id)!
  return {
    problem,
    floor: 0,
    schedules: Object.entries({ linear: 1, cosine: 1.1, 'ramp-linear': 1, paper: 1, ...factors }).map(([name, factor]) =>
      schedule(name, factor, warnings)
    ),
    refused: [],
    fromWeakLogs: [],
    log: { run: id, tail, tenths: [] }
  }
}
const calm = { robust: 1, paper: 1.3 }
const noisy = { robust: 0.5, paper: 0.4 }
const good = (): ProblemResult[] => [
  result('iris-adam', calm),
  result('perceptron-adam-clean', calm, { tail: 0.1, warnings: ['collapsed-norms'] }),
  result('wine-sgd-rising-noise', noisy)
]
const unmet = (results: ProblemResult[]): string[] =>
  judge(results)
    .filter(({ met }) => !met)
    .map(({ name }) => name)

it('equal schedules tie with a ratio of exactly 1, and one that fails on a seed is worse', () => {
  const one = result('iris-adam', calm)
  expect(compare(one, schedule('robust', 1), schedule('linear', 1))).toEqual({ ratio: 1, outcome: 'tie' })
  const failed = schedule('robust', 1)
  failed.measurement.outcomes[2] = { loss: Infinity, heldOut: null }
  expect(compare(one, failed, schedule('linear', 1))).toEqual({ ratio: Infinity, outcome: 'worse' })
})

it('wins and losses are counted by paired seeds, not by means alone', () => {
  const one = result('iris-adam', { robust: 0.999 })
  expect(compare(one, one.schedules.at(-1)!, one.schedules[0]!).outcome).toBe('better')
})

it('gates are met where every promise holds', () => {
  expect(unmet(good())).toEqual([])
})

it.each([
  ['linear falls behind cosine', 0, { cosine: 0.5 }, 'linear ÷ cosine'],
  ['`robust` costs more than a hundredth', 0, { robust: 1.1 }, 'same ramp, where nothing changes'],
  ['`robust` costs more than a quarter anywhere', 2, { 'ramp-linear': 0.3 }, 'the worst of'],
  ['noise is not won', 2, { robust: 0.8 }, '`robust` ÷ linear, where noise'],
  ['the paper does not win noise', 2, { paper: 0.8 }, '`paper` ÷ linear']
])('a gate is not met where %s', (_, at, factors, name) => {
  const results = good()
  const { problem } = results[at]!
  results[at] = result(problem.id, { ...(at === 2 ? noisy : calm), ...factors })
  expect(unmet(results).join('\n')).toContain(name)
})

it('a collapse without its warning fails its gate, and so does a schedule that is missing', () => {
  const silent = good()
  silent[1] = result('perceptron-adam-clean', calm, { tail: 0.1 })
  expect(unmet(silent).join('\n')).toContain('collapsed-norms')
  const missing = good()
  missing[0]!.schedules = missing[0]!.schedules.filter(({ name }) => name !== 'robust')
  expect(unmet(missing).join('\n')).toContain('same ramp')
})

it('the summary keeps problems that converge apart from noise that comes from outside', () => {
  expect(summarise(good(), 'robust', 'linear').problems).toBe(3)
  const row = summaryTable(good())
    .split('\n')
    .find((line) => line.startsWith('| refined, `robust`'))
  expect(row).toMatch(/\| refined, `robust` \| 1\.000 \| 1\.000 \| 0 \/ 2 \/ 0 \| 0\.500 \| 0\.500 \| 1 \/ 0 \/ 0 \|/)
})

it('rank correlation is 1 for equal orders, −1 for opposite ones', () => {
  expect(rankCorrelation([1, 2, 3], [10, 20, 90])).toBeCloseTo(1, 12)
  expect(rankCorrelation([1, 2, 3], [9, 2, 1])).toBeCloseTo(-1, 12)
})

it('problems have names of their own, and the quick form is of the same kinds', () => {
  for (const problems of [allProblems, quickProblems]) expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length)
  const groups = (problems: typeof allProblems) => [...new Set(problems.map(({ group }) => group))].sort()
  expect(groups(quickProblems)).toEqual(groups(allProblems))
})

it('work that is done is kept, and a file that was cut off is work to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taper-results-'))
  try {
    const job = { kind: 'optimum', setting: allProblems[0]!.setting } as const
    const store = openResultStore(folder)
    expect(store.read(job)).toBeUndefined()
    store.write(job, { loss: Infinity, noise: 2 })
    expect(openResultStore(folder).read(job)).toEqual({ loss: Infinity, noise: 2 })
    expect(store.read({ ...job, setting: { ...job.setting, steps: 1 } })).toBeUndefined()
    const kept = join(folder, readdirSync(folder)[0]!)
    writeFileSync(join(kept, readdirSync(kept)[0]!), 'cut')
    expect(store.read(job)).toBeUndefined()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
