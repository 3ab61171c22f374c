import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { allocate } from '../networks/memory.ts'
import type { Examples } from './examples.ts'

const tables = {
  iris: 'data/iris.csv.gz',
  seeds: 'data/seeds.csv.gz',
  penguins: 'data/penguins.csv.gz',
  wine: 'data/wine.csv.gz',
  ionosphere: 'data/ionosphere.csv.gz',
  'breast-cancer': 'data/breast-cancer.csv.gz',
  pendigits: 'data/pendigits.csv.gz',
  digits: '../examples/digits/digits.csv.gz'
}

/** The data sets; evaluation/data/README.md says where they come from and under which licence. */
export const dataSets = [...(Object.keys(tables) as (keyof typeof tables)[]), 'shakespeare'] as const
export type DataSetName = (typeof dataSets)[number]

const read = (file: string): string => gunzipSync(readFileSync(new URL(`../${file}`, import.meta.url))).toString('utf8')

/** A line an example: its numbers, then its class. Numbers are scaled to [−1, 1], column by column, or images as a whole. */
function table(text: string, asWhole: boolean): Examples {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number))
  const width = rows[0]!.length - 1
  const inputs = allocate(rows.length * width)
  const columns = Array.from({ length: width }, (_, c) => rows.map((row) => row[c]!))
  const all = columns.flat()
  columns.forEach((column, c) => {
    const [least, most] = asWhole ? extent(all) : extent(column)
    const middle = (least + most) / 2
    const half = (most - least) / 2
    column.forEach((value, r) => {
      inputs[r * width + c] = half > 0 ? (value - middle) / half : 0
    })
  })
  const labels = Uint8Array.from(rows, (row) => row[width]!)
  return { count: rows.length, length: 1, width, classes: Math.max(...labels) + 1, inputs, labels }
}

const extent = (values: number[]): [number, number] =>
  values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity] as [number, number])

/** Characters seen by the network before the last one that it predicts. */
const context = 16

/** Pieces of `context` characters, in lower case; the label of each is the character that follows. */
function characters(written: string): Examples {
  const text = written.toLowerCase()
  const alphabet = [...new Set(text)].sort()
  const tokens = Uint8Array.from(text, (character) => alphabet.indexOf(character))
  const count = Math.floor((tokens.length - 1) / context)
  const inputs = allocate(count * context)
  inputs.set(tokens.subarray(0, count * context))
  return {
    count,
    length: context,
    width: 1,
    classes: alphabet.length,
    inputs,
    labels: tokens.slice(1, count * context + 1)
  }
}

export function readDataSet(name: DataSetName): Examples {
  return name === 'shakespeare' ? characters(read('data/shakespeare.txt.gz')) : table(read(tables[name]), name === 'digits')
}
