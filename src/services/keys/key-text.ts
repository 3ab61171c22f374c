import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * A key as its holder has it: `taper_<id>_<secret><checksum>`, 12, 32 and 6 characters of base62. The secret has 190 random bits. The
 * checksum, CRC-32 of what is before it, tells a key that was mistyped from one that is wrong, and lets scanners of sources find keys
 * that leaked without asking anybody.
 * @see GitHub, Behind GitHub's new authentication token formats, 2021
 */
export interface KeyText {
  readonly id: string
  readonly text: string
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const [idLength, secretLength, checksumLength] = [12, 32, 6]
const form = new RegExp(`^taper_([0-9A-Za-z]{${idLength}})_[0-9A-Za-z]{${secretLength + checksumLength}}$`)

/** Characters of a key. */
export const keyTextLength = 'taper_'.length + idLength + 1 + secretLength + checksumLength

const random = (length: number): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

function checksumOf(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let place = 0; place < checksumLength; place++) {
    digits = `${alphabet[rest % alphabet.length]}${digits}`
    rest = Math.floor(rest / alphabet.length)
  }
  return digits
}

/** A new key. */
export function makeKeyText(): KeyText {
  const id = random(idLength)
  const text = `taper_${id}_${random(secretLength)}`
  return { id, text: text + checksumOf(text) }
}

/** Reads a key: its id; or what it is instead: no key at all, or a key with a typo in it. */
export function readKeyText(text: string): KeyText | 'malformed' | 'mistyped' {
  const id = form.exec(text)?.[1]
  if (id === undefined) return 'malformed'
  return checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength) ? { id, text } : 'mistyped'
}

/** The id that a text of the right length would have as a key. */
export const idIn = (text: string): string => text.slice('taper_'.length, 'taper_'.length + idLength)

/** What is stored of a key. A plain digest is enough: nobody guesses 190 random bits. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
