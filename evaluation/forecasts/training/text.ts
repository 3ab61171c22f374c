import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Characters as numbers from 0, in lower case. */
export interface Text {
  tokens: Uint8Array
  /** Number of different ones. */
  alphabet: number
}

/** The beginning of Coriolanus, in the public domain; evaluation/data/README.md says where it comes from. */
export function readText(): Text {
  const text = gunzipSync(readFileSync(new URL('../../data/shakespeare.txt.gz', import.meta.url)))
    .toString('utf8')
    .toLowerCase()
  const alphabet = [...new Set(text)].sort()
  return { tokens: Uint8Array.from(text, (character) => alphabet.indexOf(character)), alphabet: alphabet.length }
}
