import { expect, test } from 'vitest'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { commandLine } from '../../support/command-line.ts'
import { trainingLikeNorms } from '../../support/norms.ts'
import { sameBits } from '../../support/numbers.ts'

const { taper, file, read } = commandLine()

const values = trainingLikeNorms(2000)
const csvText = `step,grad_norm\n${[...values].map((value, i) => `${10 * i},${value}`).join('\n')}\n`
const log = file('norms.csv', csvText)
const expected = (steps: number) =>
  refine({ steps: { first: 0, stride: 10 }, values }, resolveOptions({ steps }, { norm: 'l2', totalSteps: null, extent: 20_000 }))
    .multipliers

const multipliersOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[1]))

test('a CSV becomes a schedule as CSV when piped, one multiplier for each step that the log extends over, bit for bit', async () => {
  const { code, out, err } = await taper(['refine', log])
  expect(code).toBe(0)
  expect(err).toMatch(
    /^read: 2000 norms from column "grad_norm", steps from "step"\nadvice \(refined\): Train with [^\n]*\nlosses: No losses were read\. .*With the training loss logged[^\n]*\n$/
  )
  expect(out.startsWith('step,multiplier\n0,')).toBe(true)
  expect(sameBits(Float64Array.from(multipliersOf(out)), expected(20_000))).toBe(true)
})

test('--method numeric gives the schedule of the least general bound, whose last multiplier is above 0', async () => {
  const { code, out } = await taper(['refine', log, '--method', 'numeric', '--format', 'json', '--steps', '500'])
  expect(code).toBe(0)
  const { multipliers, report } = JSON.parse(out)
  expect(report.numeric.bound).toBeLessThan(report.numeric.boundLinear)
  expect(multipliers.at(-1)).toBeGreaterThan(0)
})

test('JSON has steps, multipliers and the report', async () => {
  const { code, out } = await taper(['refine', log, '--format', 'json', '--steps', '500'])
  expect(code).toBe(0)
  const answer = JSON.parse(out)
  expect(answer).toMatchObject({ steps: 500, report: { filterWidth: 201, points: { received: 2000, used: 2000 } } })
  expect(answer.multipliers).toEqual([...expected(500)])
})

test('standard input is read for -, and CSV, NDJSON and JSON are told apart by what they look like', async () => {
  const rows = [...values].map((value, i) => [10 * i, value] as const)
  for (const text of [
    csvText,
    rows.map(([step, value]) => JSON.stringify({ step, value })).join('\n'),
    JSON.stringify({ points: rows.map(([step, value]) => ({ step, value })) }, null, 2),
    JSON.stringify({ values: [...values], startStep: 0, stride: 10 })
  ]) {
    const { code, out } = await taper(['refine', '-', '--steps', '50'], { input: text })
    expect(code).toBe(0)
    expect(multipliersOf(out)).toEqual([...expected(50)])
  }
})

test('every option of a refinement is an option of the command', async () => {
  const flags = [
    '--norm',
    'l1',
    '--weighting',
    'inverse-square',
    '--window',
    '0.05',
    '--steps',
    '300',
    '--trim-start',
    '5',
    '--trim-end',
    '9'
  ]
  const { code, out, err } = await taper([
    'refine',
    log,
    ...flags,
    '--warmup-floor',
    '0.3',
    '--optimizer',
    'adam',
    '--total-steps',
    '90000'
  ])
  expect(code).toBe(0)
  const options = {
    norm: 'l1',
    weighting: 'inverse-square',
    window: 0.05,
    steps: 300,
    trim: { start: 5, end: 9 },
    warmupFloor: 0.3
  } as const
  const { multipliers } = refine(
    { steps: { first: 0, stride: 10 }, values },
    resolveOptions(options, { norm: 'l1', totalSteps: 90_000, extent: 20_000 })
  )
  expect(multipliersOf(out)).toEqual([...multipliers])
  expect(err).toContain('warning (short-run)')
})

test('--out writes the file and leaves standard output empty', async () => {
  const { code, out } = await taper(['refine', log, '--steps', '50', '--out', 'schedule.csv'])
  expect([code, out]).toEqual([0, ''])
  expect(multipliersOf(String(read('schedule.csv')))).toEqual([...expected(50)])
})

test('a chart shows norms and schedule with axes, fits the width, and has colours only where they are asked for', async () => {
  const plain = await taper(['refine', log, '--format', 'chart'], { env: { COLUMNS: '70' } })
  expect(plain.code).toBe(0)
  expect(plain.out).toContain('gradient norms (l2, from "')
  expect(plain.out).toContain('refined schedule')
  expect(plain.out).toMatch(/[\u2801-\u28ff]{3}/)
  expect(Math.max(...plain.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(70)
  expect(plain.out).not.toContain('\u001b')
  expect((await taper(['refine', log, '--format', 'chart'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[')
  expect((await taper(['refine', log, '--format', 'chart'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain('\u001b')
})

test('warnings are sentences on standard error, and speak of options of the command', async () => {
  const spiky = file('spiky.csv', csvText.replace(/^0,.*$/m, '0,9000'))
  const { code, err } = await taper(['refine', spiky, '--steps', '50'])
  expect(code).toBe(0)
  expect(err).toMatch(/^warning \(early-spike\): .*--trim-start.*\.$/m)
})

test('a name that says l1 brings a hint where the norm was not said, and only there', async () => {
  file('gnorm_l1.csv', csvText)
  file('model1.csv', csvText)
  expect((await taper(['refine', 'gnorm_l1.csv', '--steps', '5'])).err).toContain('--norm l1')
  expect((await taper(['refine', 'gnorm_l1.csv', '--steps', '5', '--norm', 'l1'])).err).not.toContain('hint')
  expect((await taper(['refine', 'model1.csv', '--steps', '5'])).err).not.toContain('hint')
})

test.each([
  ['a file that is not there', ['refine', 'none.csv'], '', /none\.csv: no such file/],
  ['a folder', ['refine', '.'], '', /a folder/],
  ['no file', ['refine'], '', /missing required argument/],
  ['an unknown command', ['refnie', 'x'], '', /refnie/],
  ['an unknown option', ['refine', '-', '--widow', '1'], '', /--widow/],
  ['a window of 1', ['refine', 'norms.csv', '--window', '1'], '', /--window/],
  ['steps that are no number', ['refine', 'norms.csv', '--steps', 'many'], '', /--steps.*number/s],
  ['too many steps', ['refine', 'norms.csv', '--steps', '1000000000000'], '', /--steps/],
  ['a window with preset reference', ['refine', 'norms.csv', '--preset', 'reference', '--window', '0.2'], '', /--window out/],
  ['a column that is not there', ['refine', 'norms.csv', '--column', 'loss'], '', /--column.*"grad_norm"/s],
  ['a step that is none', ['refine', '-'], 'step,v\n1,2\n1.5,3\n', /standard input: Line 3: .*whole number/],
  ['columns that no name tells apart', ['refine', '-'], 'step,v,w\n1,2,3\n', /No column is called like a gradient norm[\s\S]*--column=v/],
  ['one point', ['refine', '-'], 'step,v\n1,2\n', /needs two/],
  ['nothing at all', ['refine', '-'], '', /empty/],
  ['a folder to write to that is not there', ['refine', 'norms.csv', '--out', 'no/such/folder.csv'], '', /cannot write/]
])('%s ends with code 2 and a message that says so, without a stack trace', async (_, args, input, message) => {
  const { code, out, err } = await taper(args, { input })
  expect(code).toBe(2)
  expect(err).toMatch(message)
  expect(err).not.toMatch(/^\s+at /m)
  expect(out).toBe('')
})

test('help and version end with code 0', async () => {
  expect(await taper(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  expect(await taper(['refine', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--warmup-floor') })
  expect(await taper(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('serve') })
})
