import type { DataSetName } from '../data-sets/read.ts'
import type { NetworkName } from '../networks/index.ts'
import type { Profile } from './outside-noise.ts'

/** Everything about a training but its schedule, its peak learning rate and its seed. Plain values, so that it can be sent and hashed. */
export interface Setting {
  data: DataSetName
  network: NetworkName
  optimizer: 'sgd' | 'adam'
  steps: number
  /** Examples of a step. */
  batch: number
  /** Of SGD, heavy-ball. */
  momentum: number
  /** λ of ½λ‖w‖², a part of the loss. */
  ridge: number
  /** Decoupled: w ← w − η λ w (AdamW). */
  weightDecay: number
  /** Whether weights before a normalisation decay by λ η·m, m the multiplier (AdamC), so that their norms do not follow the schedule. */
  correctedDecay: boolean
  /** Share of the labels that are replaced by random ones. */
  wrongLabels: number
  /** Noise that is added to each gradient, of a size that changes for reasons outside training; null for none. */
  outsideNoise: Profile | null
}
