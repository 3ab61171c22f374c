import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LossCurve } from '../../src/forecasts/forecaster.ts'
import { loggedRatePath } from '../../src/forecasts/rate-path.ts'

export interface PublishedCurve extends LossCurve {
  readonly name: string
}

/** Curves of one model size, by the folder that they lie in. */
export interface PublishedSize {
  readonly id: string
  readonly curves: readonly PublishedCurve[]
}

/** A folder for each size, in it a file `step,lr,loss` for each schedule. */
export const publishedSizes = (folder: string): PublishedSize[] =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .map((id) => ({ id, curves: csvFiles(join(folder, id)).map((file) => readCurve(join(folder, id, file), file.slice(0, -4))) }))

const csvFiles = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.csv'))

function readCurve(file: string, name: string): PublishedCurve {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  const numbers = rows.map((row) => row.split(',').map(Number))
  const column = (k: number) => Float64Array.from(numbers, (row) => row[k]!)
  return { name, steps: column(0), losses: column(2), path: loggedRatePath(column(0), column(1)) }
}
