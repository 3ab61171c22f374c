import { Piscina } from 'piscina'
import type { NormLog } from '../../formats/logs/norm-log.ts'
import { readJsonLists, readJsonLog } from '../../formats/read-json.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { problemOf } from '../threads/plain-problem.ts'
import { workerFile } from '../threads/worker-file.ts'
import type { JsonOutcome, JsonTask } from './task.ts'

/** Up to this size a body is parsed at once: about 5 ms, which is less than a thread would delay it. Bytes. */
const atOnceBytesMax = 2 ** 20

/** Parses JSON bodies, large ones off the event loop. Their bytes belong to the pool from then on. */
export interface JsonPool {
  /** @throws Problem `invalid-request`, `overloaded` */
  readLog(bytes: Uint8Array): NormLog | Promise<NormLog>
  /** The lists of numbers under these names come as float64. @throws Problem `invalid-request`, `overloaded` */
  readLists(bytes: Uint8Array, names: readonly string[]): unknown | Promise<unknown>
  close(): Promise<void>
}

/** One thread, which starts with the first large body and stays; the bodies that wait for it are bounded by the memory for bodies. */
export function createJsonPool(): JsonPool {
  const pool = new Piscina<JsonTask, JsonOutcome>({
    ...workerFile('json/worker'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    recordTiming: false
  })
  // The failure of a thread without a task; the next task gets a new thread.
  pool.on('error', () => {})

  const run = async (task: JsonTask): Promise<JsonOutcome> => {
    const { buffer } = task.bytes
    const transferList = buffer instanceof ArrayBuffer && buffer.byteLength === task.bytes.byteLength ? [buffer] : []
    const outcome = await pool.run(task, { transferList }).catch((error) => {
      throw asOverloaded(error)
    })
    if ('problem' in outcome) throw problemOf(outcome.problem)
    return outcome
  }

  return {
    readLog: (bytes) => (bytes.length <= atOnceBytesMax ? readJsonLog(bytes) : run({ bytes, as: { log: true } }).then(logOf)),
    readLists: (bytes, names) =>
      bytes.length <= atOnceBytesMax ? readJsonLists(bytes, names) : run({ bytes, as: { numberLists: names } }).then(listsOf),
    close: () => pool.close()
  }
}

const logOf = (outcome: JsonOutcome) => (outcome as { log: NormLog }).log
const listsOf = (outcome: JsonOutcome) => (outcome as { value: unknown }).value
