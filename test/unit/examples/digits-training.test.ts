import { describe, expect, it } from 'vitest'
import { digits, pixels } from '../../../examples/digits/data.ts'
import { initialNetwork, lossAndGradient, scratchFor } from '../../../examples/digits/network.ts'
import { normsOf, sgd } from '../../../examples/digits/sgd.ts'

const { train, test } = digits(0.1)

describe('the digits', () => {
  it('are 1797 images, split without overlap into 1297 to train on and 500 to test on', () => {
    expect([train.count, test.count]).toEqual([1297, 500])
    expect(train.pixels.length / pixels + test.pixels.length / pixels).toBe(1797)
    expect(Math.max(...train.pixels)).toBe(1)
    expect(Math.min(...train.pixels)).toBe(0)
  })

  it('have the share of wrong training labels that was asked for, the same every time, and none among the test labels', () => {
    const clean = digits(0)
    const changed = train.labels.filter((label, i) => label !== clean.train.labels[i]).length / train.count
    // A tenth is drawn at random, and a tenth of the draws is the right label.
    expect(changed).toBeGreaterThan(0.06)
    expect(changed).toBeLessThan(0.12)
    expect(digits(0.1).train.labels).toEqual(train.labels)
    expect(test.labels).toEqual(clean.test.labels)
  })
})

describe('the gradient of the network', () => {
  const network = initialNetwork(7, 3)
  const batch = Uint32Array.of(0, 5, 901, 1296)
  const gradient = new Float64Array(network.parameters.length)
  const scratch = scratchFor(network)

  it('is the derivative of the loss in every parameter, by central differences', () => {
    lossAndGradient(network, train, batch, gradient, scratch)
    const analytic = gradient.slice()
    const { parameters } = network
    for (let i = 0; i < parameters.length; i++) {
      const kept = parameters[i]!
      const lossAt = (value: number) => {
        parameters[i] = value
        return lossAndGradient(network, train, batch, gradient, scratch)
      }
      const difference = (lossAt(kept + 1e-5) - lossAt(kept - 1e-5)) / 2e-5
      parameters[i] = kept
      expect(Math.abs(difference - analytic[i]!), `parameter ${i}`).toBeLessThan(1e-8)
    }
  })

  it('of a batch is the mean of the gradients of its images', () => {
    lossAndGradient(network, train, batch, gradient, scratch)
    const whole = gradient.slice()
    const mean = new Float64Array(gradient.length)
    for (const image of batch) {
      lossAndGradient(network, train, Uint32Array.of(image), gradient, scratch)
      for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + gradient[i]! / batch.length
    }
    for (let i = 0; i < mean.length; i++) expect(mean[i]).toBeCloseTo(whole[i]!, 12)
  })
})

describe('a training', () => {
  const setting = { hidden: 5, steps: 30, batch: 16, momentum: 0.9 }
  const norms = (seed: number) => [...sgd(setting, train, seed, () => 0.05)].map((step) => step.norms)

  it('logs the sum of absolute values and the root of the sum of squares of the gradient', () => {
    expect(normsOf(Float64Array.of(3, -4, 0))).toEqual({ l1: 7, l2: 5 })
  })

  it('logs at its first step the norms of the gradient at the first weights', () => {
    const network = initialNetwork(setting.hidden, 4)
    const gradient = new Float64Array(network.parameters.length)
    const whole = { ...setting, batch: train.count, steps: 1 }
    lossAndGradient(
      network,
      train,
      Uint32Array.from({ length: train.count }, (_, i) => i),
      gradient,
      scratchFor(network)
    )
    const first = sgd(whole, train, 4, () => 0.05).next().value as { norms: { l1: number; l2: number } }
    expect(first.norms.l1).toBeCloseTo(normsOf(gradient).l1, 12)
    expect(first.norms.l2).toBeCloseTo(normsOf(gradient).l2, 12)
  })

  it('is the same bit for bit with the same seed, and another with another', () => {
    expect(norms(1)).toEqual(norms(1))
    expect(norms(2)).not.toEqual(norms(1))
  })

  it('lowers the loss', () => {
    const losses = [...sgd({ ...setting, steps: 300 }, train, 1, () => 0.05)].map((step) => step.loss)
    const mean = (part: number[]) => part.reduce((sum, loss) => sum + loss, 0) / part.length
    expect(mean(losses.slice(-50))).toBeLessThan(0.6 * mean(losses.slice(0, 10)))
  })
})
