import { type Examples, split, withWrongLabels } from '../data-sets/examples.ts'
import { readDataSet } from '../data-sets/read.ts'
import { crossEntropy } from '../networks/cross-entropy.ts'
import { type Network, networks } from '../networks/index.ts'
import { allocate, reusable } from '../networks/memory.ts'
import type { Setting } from './setting.ts'

/** A network and the examples that it is trained and judged on. */
export interface Task {
  network: Network
  train: Examples
  /** Examples that are not trained on; null for a regression, which is judged by its distance from the optimum. */
  heldOut: Examples | null
  /** Memory of one training at a time. */
  parameters: Float64Array
  gradient: Float64Array
  loss: ReturnType<typeof lossOf>
}

export function taskOf({ data, network, wrongLabels }: Setting): Task {
  const all = readDataSet(data)
  const built = networks[network](all)
  const parts = network === 'regression' ? { train: all, heldOut: null } : split(all)
  return {
    network: built,
    train: withWrongLabels(parts.train, wrongLabels),
    heldOut: parts.heldOut,
    parameters: allocate(built.layer.size),
    gradient: allocate(built.layer.size),
    loss: lossOf(built, all.classes)
  }
}

/** The loss and its gradient on rows of inputs. */
function lossOf({ layer }: Network, classes: number) {
  const [scores, derivatives] = [reusable(), reusable()]
  return {
    /** Mean loss over the rows; `gradient` is overwritten. */
    withGradient(parameters: Float64Array, inputs: Float64Array, labels: Uint8Array, rows: number, gradient: Float64Array): number {
      const [y, dy] = [scores(rows * classes), derivatives(rows * classes)]
      layer.forward(parameters, inputs, y, rows)
      const loss = crossEntropy(y, labels, rows, classes, dy)
      gradient.fill(0)
      layer.backward(parameters, inputs, y, dy, gradient, null, rows)
      return loss / rows
    },
    /** Mean loss over all rows of the examples, in nats. */
    mean(parameters: Float64Array, { count, length, width, inputs, labels }: Examples): number {
      let loss = 0
      const atOnce = 64
      for (let from = 0; from < count; from += atOnce) {
        const to = Math.min(count, from + atOnce)
        const rows = (to - from) * length
        const y = scores(rows * classes)
        layer.forward(parameters, inputs.subarray(from * length * width), y, rows)
        loss += crossEntropy(y, labels.subarray(from * length), rows, classes, null)
      }
      return loss / (count * length)
    }
  }
}
