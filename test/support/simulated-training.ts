import { seededRandom } from './norms.ts'

/** What a simulated training logs, one value a step. */
export interface TrainingLog {
  readonly l2: Float64Array
  readonly l1: Float64Array
  readonly loss: Float64Array
  readonly rate: Float64Array
  readonly weightNorm: Float64Array
}

/** A training of a small network (or, without hidden units, of softmax regression) on made-up clusters. */
export interface Training {
  readonly steps: number
  readonly seed: number
  readonly optimizer: 'sgd' | 'adam'
  readonly rate: number
  /** Multiplier of the rate at a fraction of the run. Default: linear decay. */
  readonly schedule?: (fraction: number) => number
  readonly hidden?: number
  readonly features?: number
  readonly classes?: number
  readonly samples?: number
  readonly batch?: number
  /** How far apart the clusters lie, in their standard deviations; at 6 a model fits all samples. */
  readonly distance?: number
  /** Fraction of wrong labels, which keep gradients noisy to the end. */
  readonly wrongLabels?: number
  /** Standard deviation of noise that is added to each gradient from outside, at a fraction of the run. */
  readonly noise?: (fraction: number) => number
  readonly weightDecay?: number
  /** Gradients are clipped to it before their norms are logged, as PyTorch does it: by clip/(norm + 1e-6), in float32. */
  readonly loggedAfterClipping?: number
  readonly momentum?: number
}

/** Standard normal numbers by Box and Muller. */
export function seededNormal(seed: number): () => number {
  const random = seededRandom(seed)
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Trains and logs. Everything follows from the seed. */
export function simulate(training: Training): TrainingLog {
  const { steps, seed, rate: peak, hidden = 0, features = 10, classes = 4, samples = 400, batch = 8 } = training
  const { schedule = (x) => 1 - x, distance = 2, wrongLabels = 0, noise = () => 0, weightDecay = 0, momentum = 0 } = training
  const random = seededRandom(seed)
  const normal = seededNormal(seed + 1)
  const centres = Array.from({ length: classes }, () => Float64Array.from({ length: features }, () => (normal() * distance) / Math.SQRT2))
  const labels = Array.from({ length: samples }, (_, i) => i % classes)
  const inputs = labels.map((label) => Float64Array.from({ length: features }, (_, f) => centres[label]![f]! + normal()))
  const targets = labels.map((label) => (random() < wrongLabels ? Math.floor(random() * classes) : label))

  const inner = hidden > 0 ? hidden : features
  const firstCount = hidden > 0 ? hidden * (features + 1) : 0
  const count = firstCount + classes * (inner + 1)
  const w = Float64Array.from({ length: count }, (_, i) =>
    hidden === 0 ? 0 : normal() * (i < firstCount ? 1 / Math.sqrt(features) : 1 / Math.sqrt(inner))
  )
  const g = new Float64Array(count)
  const m = new Float64Array(count)
  const v = new Float64Array(count)
  const h = new Float64Array(inner)
  const p = new Float64Array(classes)
  const log = {
    l2: new Float64Array(steps),
    l1: new Float64Array(steps),
    loss: new Float64Array(steps),
    rate: new Float64Array(steps),
    weightNorm: new Float64Array(steps)
  }
  for (let t = 0; t < steps; t++) {
    g.fill(0)
    let loss = 0
    for (let b = 0; b < batch; b++) {
      const i = Math.floor(random() * samples)
      const x = inputs[i]!
      if (hidden > 0) {
        for (let k = 0; k < hidden; k++) {
          let sum = w[k * (features + 1) + features]!
          for (let f = 0; f < features; f++) sum += w[k * (features + 1) + f]! * x[f]!
          h[k] = Math.tanh(sum)
        }
      } else h.set(x)
      let largest = Number.NEGATIVE_INFINITY
      for (let c = 0; c < classes; c++) {
        const row = firstCount + c * (inner + 1)
        let sum = w[row + inner]!
        for (let k = 0; k < inner; k++) sum += w[row + k]! * h[k]!
        p[c] = sum
        largest = Math.max(largest, sum)
      }
      let total = 0
      const target = targets[i]!
      const own = p[target]! - largest
      for (let c = 0; c < classes; c++) total += p[c] = Math.exp(p[c]! - largest)
      loss += (Math.log(total) - own) / batch
      for (let c = 0; c < classes; c++) p[c] = (p[c]! / total - (c === target ? 1 : 0)) / batch
      for (let c = 0; c < classes; c++) {
        const row = firstCount + c * (inner + 1)
        for (let k = 0; k < inner; k++) g[row + k] = g[row + k]! + p[c]! * h[k]!
        g[row + inner] = g[row + inner]! + p[c]!
      }
      for (let k = 0; k < hidden; k++) {
        let back = 0
        for (let c = 0; c < classes; c++) back += p[c]! * w[firstCount + c * (inner + 1) + k]!
        back *= 1 - h[k]! * h[k]!
        const row = k * (features + 1)
        for (let f = 0; f < features; f++) g[row + f] = g[row + f]! + back * x[f]!
        g[row + features] = g[row + features]! + back
      }
    }
    const fraction = t / steps
    const sigma = noise(fraction)
    if (sigma > 0) for (let i = 0; i < count; i++) g[i] = g[i]! + sigma * normal()
    const clip = training.loggedAfterClipping
    if (clip !== undefined) {
      const scale = Math.min(1, clip / (norm(g, 2) + 1e-6))
      for (let i = 0; i < count; i++) g[i] = Math.fround(g[i]! * scale)
    }
    const rate = peak * schedule(fraction)
    log.l2[t] = clip === undefined ? norm(g, 2) : Math.fround(norm(g, 2))
    log.l1[t] = norm(g, 1)
    log.loss[t] = loss
    log.rate[t] = rate
    log.weightNorm[t] = norm(w, 2)
    for (let i = 0; i < count; i++) {
      if (training.optimizer === 'sgd') {
        m[i] = momentum * m[i]! + g[i]! + weightDecay * w[i]!
        w[i] = w[i]! - rate * m[i]!
      } else {
        m[i] = 0.9 * m[i]! + 0.1 * g[i]!
        v[i] = 0.95 * v[i]! + 0.05 * g[i]! * g[i]!
        const step = m[i]! / (1 - 0.9 ** (t + 1)) / (Math.sqrt(v[i]! / (1 - 0.95 ** (t + 1))) + 1e-8)
        w[i] = w[i]! * (1 - rate * weightDecay) - rate * step
      }
    }
  }
  return log
}

function norm(values: Float64Array, power: 1 | 2): number {
  let sum = 0
  for (const value of values) sum += power === 2 ? value * value : Math.abs(value)
  return power === 2 ? Math.sqrt(sum) : sum
}

/**
 * Logistic regression on the direction of the weights alone, as a layer before a normalisation is: its gradient grows as the weights shrink, so that weight
 * decay writes the schedule into the norms.
 * @see Defazio, Why Gradients Rapidly Increase Near the End of Training, 2025. arXiv:2506.02285
 */
export function simulateNormalised({
  steps,
  seed,
  rate: peak,
  weightDecay,
  schedule = (x: number) => 1 - x,
  isCorrected = false
}: Pick<Training, 'steps' | 'seed' | 'rate' | 'schedule'> & {
  weightDecay: number
  /** Decay falls with the square of the rate, as in SGDC and AdamC. */
  isCorrected?: boolean
}): TrainingLog {
  const random = seededRandom(seed)
  const normal = seededNormal(seed + 1)
  const dimension = 30
  const samples = 1000
  const truth = Float64Array.from({ length: dimension }, normal)
  const length = norm(truth, 2)
  const inputs = Array.from({ length: samples }, () => Float64Array.from({ length: dimension }, normal))
  const targets = inputs.map((x) => {
    const u = random()
    return x.reduce((sum, value, i) => sum + value * truth[i]!, 0) * (3 / length) + Math.log(u / (1 - u)) > 0 ? 1 : -1
  })
  const w = Float64Array.from({ length: dimension }, normal)
  const g = new Float64Array(dimension)
  const log = {
    l2: new Float64Array(steps),
    l1: new Float64Array(steps),
    loss: new Float64Array(steps),
    rate: new Float64Array(steps),
    weightNorm: new Float64Array(steps)
  }
  const batch = 8
  for (let t = 0; t < steps; t++) {
    const size = norm(w, 2)
    g.fill(0)
    let loss = 0
    for (let b = 0; b < batch; b++) {
      const i = Math.floor(random() * samples)
      const x = inputs[i]!
      let margin = 0
      for (let k = 0; k < dimension; k++) margin += (w[k]! / size) * x[k]!
      margin *= 3 * targets[i]!
      loss += Math.log1p(Math.exp(-margin)) / batch
      const slope = (-3 * targets[i]!) / (1 + Math.exp(margin)) / batch
      for (let k = 0; k < dimension; k++) g[k] = g[k]! + slope * x[k]!
    }
    let along = 0
    for (let k = 0; k < dimension; k++) along += (w[k]! / size) * g[k]!
    for (let k = 0; k < dimension; k++) g[k] = (g[k]! - (along * w[k]!) / size) / size
    const multiplier = schedule(t / steps)
    const rate = peak * multiplier
    log.l2[t] = norm(g, 2)
    log.l1[t] = norm(g, 1)
    log.loss[t] = loss
    log.rate[t] = rate
    log.weightNorm[t] = size
    const decay = rate * weightDecay * (isCorrected ? multiplier : 1)
    for (let k = 0; k < dimension; k++) w[k] = w[k]! * (1 - decay) - rate * g[k]!
  }
  return log
}
