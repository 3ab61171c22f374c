import { expect, test } from 'vitest'
import { multipliersOf, scheduleRules } from '../../../src/schedules/index.ts'
import { commandLine } from '../../support/command-line.ts'

const { taper, read } = commandLine()
const rules = (...args: string[]) => taper(['rules', ...args])

const rows = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[1]))

test('every rule is listed with its names in other libraries, and the refined ones', async () => {
  const { code, out } = await rules()
  expect(code).toBe(0)
  for (const { title } of scheduleRules) expect(out).toContain(title)
  expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(['NAME', ...scheduleRules.map(({ name }) => name), 'refined', ''])
  expect(JSON.parse((await rules('--json')).out)).toHaveLength(scheduleRules.length + 1)
})

test('one rule is shown with its formula, its ends, its parameters and their ranges', async () => {
  const { code, out } = await rules('warmup')
  expect(code).toBe(0)
  for (const text of ['q = (j + 1)/L', 'First: 1/L', 'length', 'linear or cosine', 'arXiv:1706.02677', 'join_schedules']) {
    expect(out).toContain(text)
  }
  expect(JSON.parse((await rules('wsd', '--json')).out)).toMatchObject({ name: 'wsd', formula: expect.stringContaining('⌊c·n⌋') })
})

test('multipliers are written as CSV when piped, bit for bit', async () => {
  const { code, out, err } = await rules('cosine', '--steps', '100', '--param', 'final=0.1')
  expect([code, err]).toEqual([0, ''])
  expect(rows(out)).toEqual([...multipliersOf({ rule: 'cosine', parameters: { final: 0.1 } }, 100).multipliers])
})

test('parameters are JSON or words, and JSON output has them with their defaults', async () => {
  const of = { rule: 'wsd', parameters: { shape: 'one-minus-sqrt' } }
  const { out } = await rules('warmup', '--steps', '50', '--param', 'shape=cosine', '--param', `of=${JSON.stringify(of)}`, '--json')
  const { multipliers, parameters } = multipliersOf({ rule: 'warmup', parameters: { shape: 'cosine', of } }, 50)
  expect(JSON.parse(out)).toEqual({ rule: 'warmup', parameters, steps: 50, multipliers: [...multipliers] })
})

test('a rule is drawn as a chart, and written into a file', async () => {
  expect((await rules('linear', '--steps', '50', '--format', 'chart')).out).toMatch(/linear \{"final":0\}[\s\S]*┤/)
  expect(await rules('linear', '--steps', '3', '--out', 'linear.csv')).toMatchObject({ code: 0, out: '', err: '' })
  expect(String(read('linear.csv'))).toBe('step,multiplier\n0,1\n1,0.5\n2,0\n')
})

test.each([
  ['a rule that is not there', ['nope'], 'The schedule rule "nope" does not exist'],
  ['a misspelt rule', ['consine', '--steps', '4'], 'Did you mean "cosine"?'],
  ['a misspelt parameter', ['polynomial', '--steps', '4', '--param', 'powr=2'], '--param powr: '],
  ['a parameter out of its range', ['linear', '--steps', '4', '--param', 'final=2'], '--param final: must be <= 1, but is 2.'],
  ['a parameter without a value', ['linear', '--steps', '4', '--param', 'final'], 'name=value'],
  ['0 steps', ['linear', '--steps', '0'], '--steps'],
  ['too many steps', ['linear', '--steps', '1000000000'], '--steps'],
  ['steps of no rule', ['--steps', '4'], 'name a rule'],
  ['the refined rule', ['refined', '--steps', '4'], 'made from gradient norms'],
  ['parameters without steps', ['linear', '--param', 'final=1'], '--steps'],
  ['a file that cannot be written', ['linear', '--steps', '4', '--out', 'no/such/folder'], 'cannot write']
])('%s ends with code 2 and a message that says so, without a stack trace', async (_, args, message) => {
  const { code, out, err } = await rules(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
  expect(err).not.toMatch(/\n\s+at /)
})
