import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { uniform } from './random.ts'

/** Pixels of an image (8 × 8) and the number of classes. */
export const pixels = 64
export const classes = 10

/** Images as rows of 64 pixels in [0, 1], shape `[count, 64]`, and the digit of each. */
export interface Images {
  count: number
  pixels: Float64Array
  labels: Uint8Array
}

/** How many of the 1797 images, in the order of the file, are trained on; the rest, by other writers mostly, are the test. */
const trainCount = 1297

function read(): Images {
  const rows = gunzipSync(readFileSync(new URL('digits.csv.gz', import.meta.url)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number))
  const images = { count: rows.length, pixels: new Float64Array(rows.length * pixels), labels: new Uint8Array(rows.length) }
  rows.forEach((row, i) => {
    for (let p = 0; p < pixels; p++) images.pixels[i * pixels + p] = row[p]! / 16
    images.labels[i] = row[pixels]!
  })
  return images
}

const part = ({ pixels: all, labels }: Images, from: number, to: number): Images => ({
  count: to - from,
  pixels: all.slice(from * pixels, to * pixels),
  labels: labels.slice(from, to)
})

/**
 * The fixed split. A share `labelNoise` of the training labels (not of the test labels) is replaced by a digit drawn at random,
 * the same in every run.
 */
export function digits(labelNoise: number): { train: Images; test: Images } {
  const all = read()
  const train = part(all, 0, trainCount)
  const next = uniform(0)
  for (let i = 0; i < train.count; i++) if (next() < labelNoise) train.labels[i] = Math.floor(next() * classes)
  return { train, test: part(all, trainCount, all.count) }
}
