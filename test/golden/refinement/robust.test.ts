import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { computing } from '../../support/engines.ts'
import { largestDifference } from '../../support/numbers.ts'

interface Log {
  norm: 'l1' | 'l2'
  norms: number[]
  losses: number[]
  withLoss: number[]
  withoutLoss: number[]
}

const { logs } = JSON.parse(readFileSync(new URL('robust.json', import.meta.url), 'utf8')) as { logs: Record<string, Log> }
const cases = Object.entries(logs).flatMap(([name, log]) =>
  (['withLoss', 'withoutLoss'] as const).map((which) => ({ name, which, log, expected: log[which] }))
)

const consecutive = (values: readonly number[]) => ({ steps: { first: 0, stride: 1 }, values: Float64Array.from(values) })

describe.each(computing)('preset robust by $by', ({ engine }) => {
  test.each(cases)('$name $which: the schedule is that of NumPy and SciPy to 1e-9', ({ log, which, expected }) => {
    const { norm, norms, losses } = log
    const options = resolveOptions({ preset: 'robust', norm }, { norm, totalSteps: null, extent: norms.length })
    const points = { ...consecutive(norms), losses: which === 'withLoss' ? consecutive(losses) : null }
    const { multipliers } = refine(points, options, undefined, { engine })
    expect(largestDifference(multipliers, expected)).toBeLessThan(1e-9)
  })
})
