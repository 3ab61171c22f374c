import { readSync } from 'node:fs'
import { Problem } from '../../domain/problems.ts'
import { readSeries, type SeriesReading } from '../../formats/logs/read-series.ts'
import type { LogSource } from '../../formats/logs/recorder.ts'
import { answering } from '../threads/answering.ts'
import { moveBack } from '../threads/moved-memory.ts'
import type { ImportResult, ImportTask, SpooledFile } from './task.ts'

export default answering(readLogs, ({ memoryMax }) => memoryMax)

const pieceBytes = 2 ** 20

/** Reads logs, one after the other. The memory of their points moves back. */
async function readLogs(task: ImportTask): Promise<ImportResult> {
  const { logs, wishes, memoryMax } = task
  let held = 0
  const grow = (bytes: number): void => {
    held += bytes
    if (held <= memoryMax) return
    const mebibytes = Math.ceil(memoryMax / 2 ** 20)
    const detail = `The points of the log need more than the ${mebibytes} MiB of memory that there are for one import.`
    throw new Problem('too-large-for-memory', detail, {
      errors: [{ pointer: '', detail, fix: 'Import its runs or parts one by one, or raise TAPER_MEMORY_BYTES_MAX.' }]
    })
  }
  const progress = new ReadProgress(task)
  const readings: SeriesReading[] = []
  for (const files of logs) {
    const sources = files.map((file) => sourceOf(task, file, progress, grow))
    try {
      readings.push(await readSeries(sources, { ...wishes, map: new Map(wishes.map), grow }))
    } catch (error) {
      throw logs.length > 1 ? named(error, files[0]?.name ?? '') : error
    }
  }
  const points = readings.flatMap(({ runs }) => runs.flatMap(({ series }) => series.map((one) => one.points)))
  return moveBack(
    { readings },
    points.flatMap(({ steps, values }) => [steps, values])
  )
}

/** How much of the files was read. They are read twice at most, and once more to know what they are. */
class ReadProgress {
  readonly #progress: Float64Array | undefined
  readonly #all: number
  #read = 0

  constructor({ logs, progress }: ImportTask) {
    this.#progress = progress
    this.#all = Math.max(
      1,
      logs.flat().reduce((sum, { start, end }) => sum + end - start, 0)
    )
  }

  add(bytes: number): void {
    this.#read += bytes
    // The second half is to store them.
    if (this.#progress !== undefined) this.#progress[0] = Math.max(this.#progress[0]!, Math.min(0.5, (0.5 * this.#read) / this.#all))
  }
}

function sourceOf(
  { bytes }: ImportTask,
  { name, start, end }: SpooledFile,
  progress: ReadProgress,
  grow: (bytes: number) => void
): LogSource {
  return {
    name,
    grow,
    async *bytes() {
      for (let at = start; at < end; at += pieceBytes) {
        const stop = Math.min(end, at + pieceBytes)
        yield 'memory' in bytes ? bytes.memory.subarray(at, stop) : readPiece(bytes.descriptor, at, stop)
        progress.add(stop - at)
      }
    }
  }
}

function readPiece(descriptor: number, start: number, end: number): Uint8Array {
  const piece = new Uint8Array(end - start)
  let filled = 0
  while (filled < piece.length) {
    const read = readSync(descriptor, piece, filled, piece.length - filled, start + filled)
    if (read === 0) throw new Error('a temporary file is shorter than what was written to it')
    filled += read
  }
  return piece
}

/** A problem that says in which of several files it is. */
function named(error: unknown, name: string): unknown {
  if (!(error instanceof Problem)) return error
  const at = (text: string) => `${name}: ${text}`
  const { errors } = error
  return new Problem(error.type, at(error.detail), {
    ...(errors === undefined ? {} : { errors: errors.map((part) => ({ ...part, detail: at(part.detail) })) }),
    cause: error
  })
}
