import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellNumber } from '../../../../src/formats/logs/cell.ts'
import { csvTable } from '../../../../src/formats/logs/readers/csv-table.ts'
import { jsonLines } from '../../../../src/formats/logs/readers/json-lines.ts'
import type { LogReader, Recorder } from '../../../../src/formats/logs/recorder.ts'

type Cells = Record<string, number | null | undefined>

/** What a reader finds: of each record its cells as numbers, null for text. @param wants what is said of each column */
async function recordsOf(
  reader: LogReader,
  text: string,
  wants: ReturnType<Recorder['wants']>
): Promise<{ place: number; cells: Cells }[]> {
  const names: string[] = []
  const records: { place: number; cells: Cells }[] = []
  let cells: Cells = {}
  const recorder: Recorder = {
    column: (name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1),
    wants: (column) => names[column] === 'step' || wants,
    put(column, cell) {
      const number = cellNumber(cell)
      if (number !== undefined && (number !== null || wants === true)) cells[names[column] as string] = number
    },
    end(place) {
      records.push({ place, cells })
      cells = {}
    },
    resume() {},
    fact() {},
    note() {}
  }
  const bytes = Buffer.from(text)
  await reader.read(
    {
      name: '',
      async *bytes() {
        for (let at = 0; at < bytes.length; at += 37) yield bytes.subarray(at, at + 37)
      }
    },
    recorder
  )
  return records
}

/** Numbers in every spelling, words for numbers, and what is none. */
const cellTexts = [
  '0',
  '-0',
  '1.5',
  '3e-05',
  '12345678901234567890123',
  '0.1234567890123456789',
  ' 7 ',
  '+2',
  '.5',
  'nan',
  'NaN',
  'inf',
  '-Infinity',
  'info',
  'nanometre',
  'train',
  '12:30:01',
  '2026-01-01 00:00:00',
  '1e999',
  '5%',
  '10/500',
  'None',
  '',
  '-',
  'ß',
  '\u00a05',
  '5\t',
  'Ⅷ'
]
const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.constantFrom(...cellTexts))

const numberIn = (text: string): number | null | undefined => cellNumber(text)
const expected = (rows: readonly (readonly string[])[], wants: true | 'numbers') =>
  rows.map(([a = '', b = ''], step) => {
    const cells: Cells = { step }
    for (const [name, text] of [
      ['a', a],
      ['b', b]
    ] as const) {
      const number = numberIn(text)
      if (number !== undefined && (number !== null || wants === true)) cells[name] = number
    }
    return cells
  })

test.each([true, 'numbers'] as const)('rows of a table hold the cells that their texts are, where %s are wanted', async (wants) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), fc.boolean(), async (rows, isQuoted) => {
      const spelt = (text: string) => (isQuoted ? `"${text}"` : text)
      const lines = rows.map(([a, b], step) => `${step},${spelt(a)},${spelt(b)}`)
      const records = await recordsOf(csvTable, `step,a,b\n${lines.join('\n')}\n`, wants)
      expect(records.map(({ cells }) => cells)).toEqual(expected(rows, wants))
      expect(records.map(({ place }) => place)).toEqual(rows.map((_, i) => i + 2))
    })
  )
})

test.each([true, 'numbers'] as const)('lines of JSON hold the cells that their fields are, where %s are wanted', async (wants) => {
  const field = fc.oneof(cell, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(null, true, false))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 30 }), fc.boolean(), async (rows, isSpaced) => {
      const lines = rows.map(([a, b], step) => {
        const record = step % 3 === 1 ? { b, step, a } : { step, a, b }
        return isSpaced ? JSON.stringify(record).replaceAll(/([:,])(?=["\d-])/g, '$1 ') : JSON.stringify(record)
      })
      const records = await recordsOf(jsonLines, `${lines.join('\n')}\n`, wants)
      const texts = rows.map((row) =>
        row.map((value) => (typeof value === 'boolean' || value === null ? '' : Object.is(value, -0) ? '0' : String(value)))
      )
      const own = lines.map((line) => JSON.parse(line) as { a: unknown; b: unknown })
      expect(records.map(({ cells }) => cells)).toEqual(
        expected(texts, wants).map((cells, i) => {
          // Blanks that were put into texts count.
          for (const name of ['a', 'b'] as const) {
            const value = own[i]?.[name]
            if (typeof value !== 'string') continue
            const number = numberIn(value)
            if (number !== undefined && (number !== null || wants === true)) cells[name] = number
            else delete cells[name]
          }
          return cells
        })
      )
    })
  )
})
