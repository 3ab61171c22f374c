/**
 * The sum over rows of the cross-entropy of a softmax, −ln p of the label, in nats.
 * @param scores `[rows, classes]`
 * @param derivative of the mean over rows by the scores; null where nobody asks
 */
export function crossEntropy(
  scores: Float64Array,
  labels: Uint8Array,
  rows: number,
  classes: number,
  derivative: Float64Array | null
): number {
  let loss = 0
  for (let r = 0; r < rows; r++) {
    const from = r * classes
    const label = from + labels[r]!
    let largest = -Infinity
    for (let c = from; c < from + classes; c++) if (scores[c]! > largest) largest = scores[c]!
    // Finite even where the probability itself underflows.
    const below = largest - scores[label]!
    let total = 0
    for (let c = from; c < from + classes; c++) {
      const power = Math.exp(scores[c]! - largest)
      total += power
      if (derivative) derivative[c] = power
    }
    loss += below + Math.log(total)
    if (derivative) {
      for (let c = from; c < from + classes; c++) derivative[c] = derivative[c]! / (total * rows)
      derivative[label] = derivative[label]! - 1 / rows
    }
  }
  return loss
}
