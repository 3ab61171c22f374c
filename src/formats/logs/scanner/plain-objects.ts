import type { PlainRecords } from '../lines.ts'
import type { Recorder } from '../recorder.ts'
import { type Scanner, stops } from './scanner.ts'

/**
 * Takes lines with a flat JSON object of numbers, words and plain strings, as nearly all lines of logs are. Fields that nobody wants are passed over
 * unread.
 */
export class PlainObjects implements PlainRecords {
  taken = 0
  readonly #scanner: Scanner
  readonly #recorder: Recorder

  constructor(scanner: Scanner, recorder: Recorder) {
    this.#scanner = scanner
    this.#recorder = recorder
  }

  take(bytes: Buffer, start: number, end: number, line: number): number {
    this.taken = 0
    let at = start
    let goesOn: boolean
    do {
      at = this.#scanner.scanObjects(bytes, at, end)
      this.taken += this.#scanner.record(this.#recorder, line + this.taken)
      const { stop } = this.#scanner
      goesOn = stop === stops.full || (stop === stops.unknown && this.#scanner.learnName(this.#recorder))
    } while (goesOn)
    return at
  }
}
