import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addonFolder } from './addon.ts'

/** What the last set-up of TensorFlow came to. */
export interface TensorflowRecord {
  /** TAPER_LIBTENSORFLOW at that time. */
  named: string | null
  /** The library that the addon was built against, or null where there is no TensorFlow. */
  library: string | null
  /** What was found, e.g. "TensorFlow 2.21.0 on CPU". */
  found: string | null
  /** Why each rung that was tried before, or all of them, gave nothing. */
  skipped: string[]
  /** Milliseconds since 1970. */
  time: number
}

/** Beside the addon, so that both go together when node_modules is made anew. */
export const recordFile = path.join(addonFolder, 'taper-setup.json')

export function readRecord(): TensorflowRecord | null {
  try {
    return existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as TensorflowRecord) : null
  } catch {
    return null
  }
}

export function writeRecord(record: TensorflowRecord): void {
  mkdirSync(addonFolder, { recursive: true })
  const partial = `${recordFile}.${process.pid}`
  writeFileSync(partial, `${JSON.stringify(record, null, 2)}\n`)
  renameSync(partial, recordFile)
}
