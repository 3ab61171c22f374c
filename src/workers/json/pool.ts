import type { NormLog } from '../../formats/logs/norm-log.ts'
import { readJsonLists, readJsonLog } from '../../formats/read-json.ts'
import { readJsonSeries } from '../../formats/series/json.ts'
import type { SeriesLog } from '../../formats/series/series-log.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { bytesToParse, type JsonResult, type JsonTask } from './task.ts'

/** Up to this size a body is parsed at once: about 5 ms, which is less than a thread would delay it. Bytes. */
const atOnceBytesMax = 2 ** 20

/** Parses JSON bodies, large ones off the event loop. Their bytes belong to the pool from then on. */
export interface JsonPool {
  /** @throws Problem `invalid-request`, `overloaded` */
  readLog(bytes: Uint8Array): NormLog | Promise<NormLog>
  /** @throws Problem `invalid-request`, `overloaded` */
  readSeries(bytes: Uint8Array): SeriesLog | Promise<SeriesLog>
  /** The lists of numbers under these names come as float64. @throws Problem `invalid-request`, `overloaded` */
  readLists(bytes: Uint8Array, names: readonly string[]): unknown | Promise<unknown>
  /** Lets what is under way end, then stops the thread. */
  close(): Promise<void>
}

const work = { file: 'json/compute', what: 'bodies' }

export function createJsonPool(bounds: PoolBounds = {}): JsonPool {
  // Bodies that wait are bounded by the memory that they hold.
  const pool = createBoundedPool<JsonTask, JsonResult>(work, { waitingMax: Number.POSITIVE_INFINITY, ...bounds })
  const parse = (bytes: Uint8Array, as: JsonTask['as']): Promise<JsonResult> => {
    const { buffer } = bytes
    const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    return pool.run({ bytes: bytesToParse(bytes.length), place: '' }, { bytes, as }, isWhole ? [buffer] : [])
  }
  return {
    readLog: (bytes) => (bytes.length <= atOnceBytesMax ? readJsonLog(bytes) : parse(bytes, { log: true }).then(logOf)),
    readSeries: (bytes) => (bytes.length <= atOnceBytesMax ? readJsonSeries(bytes) : parse(bytes, { series: true }).then(seriesOf)),
    readLists: (bytes, names) =>
      bytes.length <= atOnceBytesMax ? readJsonLists(bytes, names) : parse(bytes, { numberLists: names }).then(parsedOf),
    close: () => pool.close()
  }
}

const logOf = (result: JsonResult) => (result as { log: NormLog }).log
const seriesOf = (result: JsonResult) => (result as { series: SeriesLog }).series
const parsedOf = (result: JsonResult) => (result as { value: unknown }).value
