import { describe, expect, it } from 'vitest'
import { stepAtPosition, stepsOfLength, stepsPerEpoch } from '../../../src/domain/step-units.ts'

/** As accelerate shards the batches of a data loader, and Transformers 5 counts steps over them. */
function transformersSteps(samples: number, batch: number, world: number, accumulation: number, dropLast: boolean): number {
  const batches = dropLast ? Math.floor(samples / batch) : Math.ceil(samples / batch)
  const loader = dropLast ? Math.floor(batches / world) : Math.ceil(batches / world)
  return Math.max(Math.floor(loader / accumulation) + (loader % accumulation > 0 ? 1 : 0), 1)
}

/** As Lightning's distributed sampler hands out samples, and `estimated_stepping_batches` counts. */
const lightningSteps = (samples: number, batch: number, world: number, accumulation: number): number =>
  Math.ceil(Math.ceil(Math.ceil(samples / world) / batch) / accumulation)

describe('an epoch', () => {
  it('has as many steps as Transformers and Lightning count', () => {
    for (const samples of [1, 7, 8, 1000, 1001, 1008, 12_345]) {
      for (const batch of [1, 8, 32]) {
        for (const world of [1, 2, 3, 8]) {
          for (const accumulation of [1, 4, 7]) {
            const size = { datasetSize: samples, batchSize: batch, worldSize: world, gradientAccumulation: accumulation }
            expect(stepsPerEpoch(size), JSON.stringify(size)).toBe(transformersSteps(samples, batch, world, accumulation, false))
            expect(stepsPerEpoch(size), JSON.stringify(size)).toBe(lightningSteps(samples, batch, world, accumulation))
            const dropping = { ...size, lastBatch: 'drop' } as const
            expect(stepsPerEpoch(dropping), JSON.stringify(dropping)).toBe(transformersSteps(samples, batch, world, accumulation, true))
          }
        }
      }
    }
  })

  it('is rounded by itself: twelve are twelve times one', () => {
    const size = { batchSize: 8, datasetSize: 1001 }
    expect(stepsOfLength(12, 'epochs', size)).toBe(1512)
    expect(stepsOfLength(12, 'epochs', { ...size, lastBatch: 'drop' })).toBe(1500)
    expect(stepsOfLength(12, 'epochs', { ...size, gradientAccumulation: 4 })).toBe(384)
  })

  it('that is begun counts as Transformers counts it, and a position in it is the step under way', () => {
    const size = { batchSize: 8, datasetSize: 1001 }
    expect(stepsOfLength(0.3, 'epochs', size)).toBe(Math.ceil(0.3 * 126))
    expect(stepAtPosition(0.3, 'epochs', size)).toBe(Math.floor(0.3 * 126))
    expect(stepsOfLength(0.29, 'epochs', { batchSize: 1, datasetSize: 100 })).toBe(29)
  })
})

it('says which size is missing, and where a last batch has no meaning', () => {
  expect(() => stepsOfLength(1, 'epochs', { batchSize: 8 })).toThrow(/datasetSize/)
  expect(() => stepsOfLength(1, 'samples', { batchSize: 8, lastBatch: 'keep' })).toThrow(/not epochs/)
})
