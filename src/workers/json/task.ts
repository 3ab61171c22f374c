import type { NormLog } from '../../formats/logs/norm-log.ts'
import type { SeriesLog } from '../../formats/series/series-log.ts'

/** JSON to parse: a log of gradient norms, several series, or an object whose lists under some names are numbers. */
export interface JsonTask {
  readonly bytes: Uint8Array
  readonly as: { readonly log: true } | { readonly series: true } | { readonly numberLists: readonly string[] }
}

/**
 * Memory to parse a body of so many bytes: its text, objects or a list, and numbers as float64. One that needs more, as of numbers of one digit
 * each, is stopped by the limit of the thread's heap. Bytes.
 */
export const bytesToParse = (bytes: number): number => 6 * bytes

/** What was parsed. */
export type JsonResult = { readonly log: NormLog } | { readonly series: SeriesLog } | { readonly value: unknown }
