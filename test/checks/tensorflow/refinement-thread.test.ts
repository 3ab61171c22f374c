import { expect, test } from 'vitest'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { createRefinementPool } from '../../../src/workers/refinement/pool.ts'
import { tensorflow } from '../../support/engines.ts'
import { trainingLikeNorms } from '../../support/norms.ts'
import { largestDifference } from '../../support/numbers.ts'

test('a refinement by TensorFlow in a thread says so in its report, and has the multipliers of the plain loops to 1e-12', async (context) => {
  if (typeof tensorflow === 'string') return context.skip(tensorflow)
  const points = { steps: { first: 0, stride: 1 }, values: trainingLikeNorms(5000) }
  const options = resolveOptions({ steps: 7000 }, { norm: 'l2', totalSteps: null, extent: 5000 })
  const expected = refine(structuredClone(points), options)
  const pool = createRefinementPool({ engine: 'tensorflow' })
  const { multipliers, report } = await pool.refine(points, options)
  await pool.close()
  expect(report.engine).toMatchObject({ name: 'tensorflow', precision: 'float64' })
  expect(largestDifference(multipliers, expected.multipliers)).toBeLessThan(1e-12)
})
