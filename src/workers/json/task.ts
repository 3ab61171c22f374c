import type { NormLog } from '../../formats/logs/norm-log.ts'

/** JSON to parse: a log of gradient norms, or an object whose lists under some names are numbers. */
export interface JsonTask {
  readonly bytes: Uint8Array
  readonly as: { readonly log: true } | { readonly numberLists: readonly string[] }
}

/** Memory to parse a body of so many bytes: its text, a list of two bytes a number, and the numbers as float64. Bytes. */
export const bytesToParse = (bytes: number): number => 10 * bytes

/** What was parsed. */
export type JsonResult = { readonly log: NormLog } | { readonly value: unknown }
