import { type Steps, stepAt } from '../../domain/gradient-norm.ts'
import { powersOfTen } from './powers-of-ten.ts'
import { writerBytes } from './writer-bytes.ts'

interface Global {
  readonly value: number
}

/** What `assembly/` exports. Addresses are in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly numbersMax: Global
  readonly powersAt: Global
  readonly stepsAt: Global
  readonly textAt: Global
  readonly valuesAt: Global
  bytesFor(count: number): number
  writeRows(count: number): number
  writeItems(count: number): number
}

const pageBytes = 65_536

/** Writes many float64 as their shortest decimals, compiled: as `numberText` and `jsonNumber` do one by one, a few times as fast and with no text of each. */
class DecimalWriter {
  readonly #exports: Exports
  readonly #memory: Buffer
  readonly #values: Float64Array
  readonly #steps: Float64Array

  constructor() {
    const module = new WebAssembly.Module(Buffer.from(writerBytes, 'base64'))
    this.#exports = new WebAssembly.Instance(module, {}).exports as unknown as Exports
    const { memory, numbersMax, powersAt, stepsAt, valuesAt } = this.#exports
    const missing = this.#exports.bytesFor(numbersMax.value) - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
    this.#memory = Buffer.from(memory.buffer)
    this.#values = new Float64Array(memory.buffer, valuesAt.value, numbersMax.value)
    this.#steps = new Float64Array(memory.buffer, stepsAt.value, numbersMax.value)
    new BigUint64Array(memory.buffer, powersAt.value).set(powersOfTen())
  }

  /** A line a value: `step,value`. */
  rows(steps: Steps, values: Float64Array): string {
    return this.#inParts(values, '', (start, count) => {
      for (let i = 0; i < count; i++) this.#steps[i] = stepAt(steps, start + i)
      return this.#exports.writeRows(count)
    })
  }

  /** The items of a JSON list, commas between them. */
  items(values: Float64Array): string {
    return this.#inParts(values, ',', (_, count) => this.#exports.writeItems(count))
  }

  #inParts(values: Float64Array, separator: string, write: (start: number, count: number) => number): string {
    const texts: string[] = []
    for (let start = 0; start < values.length; start += this.#values.length) {
      const part = values.subarray(start, start + this.#values.length)
      this.#values.set(part)
      const at = this.#exports.textAt.value
      texts.push(this.#memory.toString('latin1', at, at + write(start, part.length)))
    }
    return texts.join(separator)
  }
}

let writer: DecimalWriter | undefined

/** Fewer numbers are written sooner than the writer is set up. */
const fewest = 256

/** The writer, where there are enough numbers for it to be faster. */
export function writerFor(count: number): DecimalWriter | null {
  if (count < fewest) return null
  writer ??= new DecimalWriter()
  return writer
}
