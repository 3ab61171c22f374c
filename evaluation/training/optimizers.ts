/** w ← the next w, in place, by the gradient and the learning rate of the step. */
export type Update = (parameters: Float64Array, gradient: Float64Array, rate: number) => void

/** v ← μv + g, w ← w − ηv. */
export function sgd(size: number, momentum: number): Update {
  const velocity = new Float64Array(size)
  return (parameters, gradient, rate) => {
    for (let i = 0; i < size; i++) {
      const v = momentum * velocity[i]! + gradient[i]!
      velocity[i] = v
      parameters[i] = parameters[i]! - rate * v
    }
  }
}

const [beta1, beta2, epsilon] = [0.9, 0.95, 1e-8]

/** @see Kingma, Ba, Adam: A Method for Stochastic Optimization, 2014, algorithm 1, with β₂ = 0.95 as in Defazio et al. arXiv:1412.6980 */
export function adam(size: number): Update {
  const [first, second] = [new Float64Array(size), new Float64Array(size)]
  let [power1, power2] = [1, 1]
  return (parameters, gradient, rate) => {
    power1 *= beta1
    power2 *= beta2
    const step = rate / (1 - power1)
    const correction = 1 / (1 - power2)
    for (let i = 0; i < size; i++) {
      const g = gradient[i]!
      const m = (first[i] = beta1 * first[i]! + (1 - beta1) * g)
      const v = (second[i] = beta2 * second[i]! + (1 - beta2) * g * g)
      parameters[i] = parameters[i]! - (step * m) / (Math.sqrt(v * correction) + epsilon)
    }
  }
}
