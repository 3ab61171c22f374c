import { crc32cTables } from '../binary/crc32c.ts'
import type { Recorder } from '../recorder.ts'
import { scannerBytes } from './scanner-bytes.ts'
import { exactPowers, powersOfFive } from './tables.ts'

/** What is done with the cells of a column: nothing; they count where they are numbers; they are read. */
export const uses = { skipped: 0, counted: 1, read: 2 } as const
export type Use = (typeof uses)[keyof typeof uses]

/** What a reader does with the cells of a column that a recorder has. */
export function useOf(recorder: Recorder, column: number): Use {
  const wanted = recorder.wants(column)
  return wanted === 'numbers' ? uses.counted : wanted ? uses.read : uses.skipped
}

/** Why a scan ended; see `assembly/batch.ts`. */
export const stops = { ended: 0, full: 1, strange: 2, unknown: 3 } as const

interface Global {
  readonly value: number
}

/** How the rows of a table are written; see `assembly/rows.ts`. */
export interface RowForm {
  readonly delimiter: number
  readonly width: number
  readonly isToTheEnd: boolean
  readonly hasFeedsAlone: boolean
}

/** What `assembly/` exports. Addresses are in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly records: Global
  readonly stop: Global
  readonly width: Global
  readonly nameStart: Global
  readonly nameLength: Global
  readonly number: Global
  readonly numberEnd: Global
  readonly exactPowersAt: Global
  readonly powersAt: Global
  readonly checksumsAt: Global
  readonly cellsAt: Global
  readonly cellsMax: Global
  readonly endsAt: Global
  readonly recordsMax: Global
  readonly columnsAt: Global
  readonly valuesAt: Global
  readonly numbersMax: Global
  readonly inputAt: Global
  scanRows(start: number, end: number, delimiter: number, cells: number, toTheEnd: boolean, feedsAlone: boolean): number
  scanObjects(start: number, end: number): number
  scanFrames(start: number, end: number, stepColumn: number): number
  forgetNames(): void
  addName(column: number, use: number): number
  readNumber(start: number): number
}

const pageBytes = 65_536
/** So far behind the end of the bytes the scanner looks. */
const beyond = 64
/** Scanners that wait for the next log: each has two MiB. */
const idleMax = 2

let module: WebAssembly.Module | undefined
const idle: Scanner[] = []

/**
 * Reads records of numbers from bytes many at a time, compiled: rows of tables, lines of JSON, frames of event files. What is of another kind it leaves
 * to others.
 */
export class Scanner {
  readonly #exports: Exports
  readonly #inputAt: number
  #bytes: Uint8Array | null = null
  #ends = new Uint32Array(0)
  #columns = new Uint32Array(0)
  #values = new Float64Array(0)

  constructor() {
    module ??= new WebAssembly.Module(Buffer.from(scannerBytes, 'base64'))
    const numberOf = (start: number, end: number) => Number(Buffer.from(this.#exports.memory.buffer, start, end - start).toString('latin1'))
    this.#exports = new WebAssembly.Instance(module, { number: { numberOf } }).exports as unknown as Exports
    this.#inputAt = this.#exports.inputAt.value
    this.#growTo(this.#inputAt + 2 * pageBytes)
    const { memory, exactPowersAt, powersAt, checksumsAt } = this.#exports
    new Float64Array(memory.buffer, exactPowersAt.value).set(exactPowers())
    new BigUint64Array(memory.buffer, powersAt.value).set(powersOfFive())
    const checksums = new Int32Array(memory.buffer, checksumsAt.value)
    for (const [i, table] of crc32cTables.entries()) checksums.set(table, i * table.length)
  }

  /** Lends a scanner that nobody else uses meanwhile. */
  static async use<Result>(work: (scanner: Scanner) => Promise<Result>): Promise<Result> {
    const scanner = idle.pop() ?? new Scanner()
    try {
      scanner.#exports.forgetNames()
      return await work(scanner)
    } finally {
      scanner.#bytes = null
      if (idle.length < idleMax) idle.push(scanner)
    }
  }

  /** As many cells of a row can be looked at. */
  get cellsMax(): number {
    return this.#exports.cellsMax.value
  }

  /** Says which column each cell of a row is, and what is done with it. */
  setCells(cells: readonly { readonly column: number; readonly use: Use }[]): void {
    const { memory, cellsAt } = this.#exports
    new Int32Array(memory.buffer, cellsAt.value).set(cells.flatMap(({ column, use }) => [column, use]))
  }

  /** Why the last scan ended. */
  get stop(): number {
    return this.#exports.stop.value
  }

  /** Scans rows as `assembly/rows.ts` says. @returns where the next row begins */
  scanRows(bytes: Uint8Array, start: number, end: number, { delimiter, width, isToTheEnd, hasFeedsAlone }: RowForm): number {
    const at = this.#hold(bytes)
    return this.#exports.scanRows(at + start, at + end, delimiter, width, isToTheEnd, hasFeedsAlone) - at
  }

  /** Scans lines of JSON as `assembly/objects.ts` says. @returns where the next line begins */
  scanObjects(bytes: Uint8Array, start: number, end: number): number {
    const at = this.#hold(bytes)
    return this.#exports.scanObjects(at + start, at + end) - at
  }

  /** Scans events as `assembly/frames.ts` says. @returns where the next frame begins */
  scanFrames(bytes: Uint8Array, start: number, end: number, stepColumn: number): number {
    const at = this.#hold(bytes)
    return this.#exports.scanFrames(at + start, at + end, stepColumn) - at
  }

  /** Makes the name known at which the last scan ended. @returns false where it knows as many as it can */
  learnName(recorder: Recorder): boolean {
    const { memory, nameStart, nameLength } = this.#exports
    const name = Buffer.from(memory.buffer, nameStart.value, nameLength.value).toString('utf8')
    const column = recorder.column(name)
    return this.#exports.addName(column, useOf(recorder, column)) !== 0
  }

  /** Hands on the records of the last scan; gives how many. @param place of the first */
  record(recorder: Recorder, place: number): number {
    const records: number = this.#exports.records.value
    const ends = this.#ends
    const columns = this.#columns
    const values = this.#values
    const width: number = this.#exports.width.value
    if (records > 1 && width > 0 && recorder.takeTable !== undefined) {
      recorder.takeTable({ records, columns: Array.from(columns.subarray(0, width)), values }, place)
      return records
    }
    let i = 0
    for (let record = 0; record < records; record++) {
      for (const end = ends[record]!; i < end; i++) recorder.put(columns[i]!, values[i]!)
      recorder.end(place + record)
    }
    return records
  }

  /** The number that a text is, and where it ends in it; null where there is none. */
  numberIn(text: string): { readonly value: number; readonly end: number } | null {
    const at = this.#hold(Buffer.from(text, 'latin1'))
    if (this.#exports.readNumber(at) === 0) return null
    return { value: this.#exports.number.value, end: this.#exports.numberEnd.value - at }
  }

  /** Puts bytes where they can be scanned; gives their address. */
  #hold(bytes: Uint8Array): number {
    if (bytes !== this.#bytes) {
      this.#growTo(this.#inputAt + bytes.length + beyond)
      const held = new Uint8Array(this.#exports.memory.buffer, this.#inputAt, bytes.length + beyond)
      held.set(bytes)
      held.fill(0, bytes.length)
      this.#bytes = bytes
    }
    return this.#inputAt
  }

  #growTo(size: number): void {
    const { memory, endsAt, recordsMax, columnsAt, valuesAt, numbersMax } = this.#exports
    const missing = size - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
    else if (this.#ends.length > 0) return
    this.#ends = new Uint32Array(memory.buffer, endsAt.value, recordsMax.value)
    this.#columns = new Uint32Array(memory.buffer, columnsAt.value, numbersMax.value)
    this.#values = new Float64Array(memory.buffer, valuesAt.value, numbersMax.value)
  }
}
