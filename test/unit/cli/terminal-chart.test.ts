import { expect, test } from 'vitest'
import { type Chart, terminalChart } from '../../../src/cli/terminal-chart.ts'

const terminal = { columns: 60, colour: false }
const chart = (values: number[], more: Partial<Chart> = {}): Chart => ({
  title: 'norms',
  series: [{ values: Float64Array.from(values), colour: 'cyan', name: 'logged' }],
  from: 0,
  to: values.length - 1,
  xName: 'step',
  ...more
})
const line = (length: number, value: (i: number) => number) => Array.from({ length }, (_, i) => value(i))

test('a falling line goes from the upper left to the lower right, between labelled axes', () => {
  const lines = terminalChart(
    chart(
      line(101, (i) => 1 - i / 100),
      { range: [0, 1], rows: 4 }
    ),
    terminal
  )
  expect(lines).toEqual([
    '         norms   ⣿ logged',
    '      1 ┤⠉⠉⠓⠒⠒⠦⠤⠤⣄⣀⣀⡀',
    '        │           ⠉⠉⠉⠓⠒⠒⠦⠤⠤⣄⣀⣀⡀',
    '    0.5 ┤                       ⠉⠉⠉⠓⠒⠒⠲⠤⠤⣄⣀⣀⣀',
    '      0 ┤                                   ⠈⠉⠉⠙⠒⠒⠦⠤⠤⢤⣀',
    '        └┬──────────────────────┬─────────────────────┬ step',
    '         0                     50                   100'
  ])
})

test('no line is wider than the terminal, which is taken as 40 columns at least and 120 at most', () => {
  for (const columns of [40, 61, 80, 120]) {
    const lines = terminalChart(chart(line(1000, Math.sin)), { columns, colour: false })
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(columns)
  }
  expect(
    Math.max(...terminalChart(chart(line(1000, Math.sin)), { columns: 400, colour: false }).map((text) => text.length))
  ).toBeLessThanOrEqual(120)
  expect(terminalChart(chart(line(1000, Math.sin)), { columns: 1, colour: false })[1]?.length).toBeLessThanOrEqual(40)
})

test('values over more than an order and a half of magnitude are on a logarithmic axis, and the heading says so', () => {
  expect(terminalChart(chart(line(100, (i) => 10 ** (i / 25))), terminal)[0]).toContain('log scale')
  expect(terminalChart(chart(line(100, (i) => 1 + i / 10)), terminal)[0]).not.toContain('log scale')
  expect(terminalChart(chart(line(100, (i) => i)), terminal)[0]).not.toContain('log scale')
})

test('colours are those of the series, and only where the terminal has them', () => {
  const coloured = terminalChart(chart([1, 2, 3]), { ...terminal, colour: true }).join('\n')
  expect(coloured).toContain('\u001b[36m')
  const plain = terminalChart(chart([1, 2, 3]), terminal).join('\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that colour text begin with one
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain)
})

test('where series share a character, the later one is seen', () => {
  const flat = Float64Array.from(line(100, () => 1))
  const lines = terminalChart(
    chart([], {
      series: [
        { values: flat, colour: 'grey' },
        { values: flat, colour: 'green' }
      ],
      to: 99,
      range: [0, 2]
    }),
    { ...terminal, colour: true }
  ).join('\n')
  expect(lines).toContain('\u001b[32m')
  expect(lines).not.toContain('\u001b[90m')
})

test.each([
  ['nothing', []],
  ['one value', [5]],
  ['equal values', [3, 3, 3]],
  ['zeros', [0, 0]],
  ['values that are not finite', [Number.NaN, 1, Number.POSITIVE_INFINITY, 2]],
  ['the smallest and the largest numbers', [5e-324, 1.7e308]]
])('%s can be drawn', (_, values) => {
  const lines = terminalChart(chart(values, { to: Math.max(0, values.length - 1) }), terminal)
  expect(lines).toHaveLength(11)
  expect(lines.join('\n')).not.toMatch(/NaN|Infinity|undefined/)
})
