import { describe, expect, it } from 'vitest'
import type { Result } from '../../../examples/digits/compare-worker.ts'
import { comparisonText } from '../../../examples/digits/comparison-text.ts'
import { multipliersOf } from '../../../examples/digits/schedules.ts'
import { estimate, isTie, pairedDifference } from '../../../examples/digits/statistics.ts'

describe('the statistics of a comparison', () => {
  it('are the mean and s/√n', () => {
    const { mean, standardError } = estimate([1, 2, 3, 4])
    expect(mean).toBe(2.5)
    expect(standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 15)
  })

  it('compare seed by seed, so that what seeds have in common cancels', () => {
    const difference = pairedDifference([10.1, 20.1, 30.1], [10, 20, 30])
    expect(difference.mean).toBeCloseTo(0.1, 12)
    expect(difference.standardError).toBeLessThan(1e-12)
    expect(isTie(difference)).toBe(false)
    expect(isTie({ mean: -0.2, standardError: 0.1 })).toBe(true)
  })
})

describe('the common schedules', () => {
  it('start at the peak, and those that decay end at 0', async () => {
    for (const name of ['flat', 'cosine', 'linear']) {
      const multipliers = await multipliersOf(name, 11)
      expect(multipliers[0]).toBe(1)
      expect(multipliers[10]).toBe(name === 'flat' ? 1 : 0)
    }
    expect((await multipliersOf('linear', 11))[5]).toBe(0.5)
    await expect(multipliersOf('lineal', 11)).rejects.toThrow('flat, cosine, linear')
  })
})

describe('the text of a comparison', () => {
  const results = (losses: number[]): Result[] => losses.map((loss) => ({ trainLoss: loss, testLoss: loss, testAccuracy: 1 - loss }))
  const text = comparisonText([
    { name: 'flat', rate: 0.02, atEdge: true, results: results([0.5, 0.6, 0.7]) },
    { name: 'linear', rate: 0.08, atEdge: false, results: results([0.2, 0.3, 0.4]) },
    { name: 'refined', rate: 0.08, atEdge: false, results: results([0.21, 0.28, 0.41]) }
  ])

  it('names the best, what it ties with, and what it beats by how much, whichever schedule that is', () => {
    expect(text).toContain('final train loss: linear is best, a tie with refined; below flat by 0.3000 ± 0.0000.')
    expect(text).toContain('test accuracy %: linear is best, a tie with refined; above flat by 30.00 ± 0.00.')
  })

  it('says where a best rate is at the edge of those tried', () => {
    expect(text).toContain('The best rate of flat, 0.02, is at the edge')
    expect(text).not.toContain('The best rate of linear')
  })
})
