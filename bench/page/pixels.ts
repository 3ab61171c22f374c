import { inflateSync } from 'node:zlib'

/** A picture of a page: shape `[height, width]`, the lightness of each pixel, 0 to 255. */
export interface Lightness {
  readonly width: number
  readonly height: number
  readonly values: Uint8Array
}

/**
 * Reads a PNG as a browser writes it: 8 bits a channel, RGB or RGBA, not interlaced.
 * @see https://www.w3.org/TR/png-3/
 */
export function lightnessOf(png: Uint8Array): Lightness {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = bytes[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  const data = inflateSync(Buffer.concat(parts))
  const row = width * channels
  const before = new Uint8Array(row)
  const line = new Uint8Array(row)
  const values = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)]!
    for (let x = 0; x < row; x++) {
      const left = x < channels ? 0 : line[x - channels]!
      const up = before[x]!
      const corner = x < channels ? 0 : before[x - channels]!
      line[x] = data[y * (row + 1) + 1 + x]! + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
    }
    for (let x = 0; x < width; x++) {
      const at = x * channels
      values[y * width + x] = 0.299 * line[at]! + 0.587 * line[at + 1]! + 0.114 * line[at + 2]!
    }
    before.set(line)
  }
  return { width, height, values }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The part of pixels that are so dark as a line and not as a grid or the paper. */
export const darkPart = ({ values }: Lightness): number =>
  values.reduce((count, value) => (value < 160 ? count + 1 : count), 0) / values.length

/** The part of pixels that differ. */
export function differentPart(a: Lightness, b: Lightness): number {
  if (a.values.length !== b.values.length) return 1
  let count = 0
  for (let i = 0; i < a.values.length; i++) if (Math.abs(a.values[i]! - b.values[i]!) > 24) count++
  return count / a.values.length
}
