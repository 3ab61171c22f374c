import type { PlainFrames } from '../readers/event-file/frames.ts'
import type { Recorder } from '../recorder.ts'
import { type Scanner, stops } from './scanner.ts'

/** Takes events that hold nothing but numbers, as nearly all of a training do, with their checksums. Tags that nobody wants are passed over. */
export class PlainEvents implements PlainFrames {
  taken = 0
  readonly #scanner: Scanner
  readonly #recorder: Recorder
  readonly #step: number

  /** @param step the column of the steps */
  constructor(scanner: Scanner, recorder: Recorder, step: number) {
    this.#scanner = scanner
    this.#recorder = recorder
    this.#step = step
  }

  take(bytes: Buffer, start: number, frame: number): number {
    this.taken = 0
    let at = start
    let goesOn: boolean
    do {
      at = this.#scanner.scanFrames(bytes, at, bytes.length, this.#step)
      this.taken += this.#scanner.record(this.#recorder, frame + this.taken)
      const { stop } = this.#scanner
      goesOn = stop === stops.full || (stop === stops.unknown && this.#scanner.learnName(this.#recorder))
    } while (goesOn)
    return at
  }
}
