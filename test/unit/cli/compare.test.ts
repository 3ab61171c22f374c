import { expect, test } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { multipliersOf, scheduleRules } from '../../../src/schedules/index.ts'
import { commandLine } from '../../support/command-line.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const { taper, file, read } = commandLine()
const compare = (...args: string[]) => taper(['compare', ...args])
const values = trainingLikeNorms(500)
file('norms.csv', `step,grad_norm\n${[...values].map((value, i) => `${i},${value}`).join('\n')}\n`)

test('every rule, the refinement and that of the paper are ranked on a log, as a table with a sentence below', async () => {
  const { code, out } = await compare('norms.csv')
  expect(code).toBe(0)
  const [head, ...lines] = out.split('\n')
  expect(head).toMatch(/^SCHEDULE +BOUND +RATIO/)
  const names = lines.slice(0, scheduleRules.length + 2).map((line) => line.split(' ')[0])
  expect(names.sort()).toEqual([...scheduleRules.map(({ name }) => name), 'refined', 'refined-paper'].sort())
  expect(out).toMatch(/On these norms .*refined.* are equally good, .* no forecast of a loss\./)
})

test('rules that are named are compared with their parameters, in JSON as over HTTP', async () => {
  const { code, out } = await compare(
    'norms.csv',
    '--candidates',
    'linear,cosine',
    'wsd={"cooldown":0.1}',
    '--steps',
    '500',
    '--format',
    'json'
  )
  expect(code).toBe(0)
  const { ranking, summary, warnings } = JSON.parse(out)
  expect(ranking.length).toBe(3)
  expect(summary).toContain(`the general bound of ${ranking[0].name} is `)
  expect(warnings).toEqual([])
  const { multipliers } = multipliersOf({ rule: 'wsd', parameters: { cooldown: 0.1 } }, 500)
  const { optimalBound } = generalBound(multipliers, values)
  expect(ranking.find(({ name }: { name: string }) => name === 'wsd').optimalBound).toBe(optimalBound)
})

test('CSV has a row a schedule, and goes into a file', async () => {
  const { code, out } = await compare('norms.csv', '--candidates', 'linear', 'refined', '--format', 'csv', '--out', 'ranking.csv')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  const [head, ...rows] = String(read('ranking.csv')).trim().split('\n')
  expect(head).toBe('name,T,optimalRate,optimalBound,ratio')
  expect(rows.map((row) => row.split(',')[0])).toEqual(['refined', 'linear'])
})

test.each([
  ['a rule that there is not', ['norms.csv', '--candidates', 'cosin'], 'Did you mean "cosine"?'],
  ['parameters that are no JSON', ['norms.csv', '--candidates', 'wsd={cooldown}'], 'JSON'],
  ['a distance of 0', ['norms.csv', '--distance', '0'], 'above 0'],
  ['a file that there is not', ['none.csv'], 'no such file']
])('%s is refused in words, without a stack trace', async (_, args, words) => {
  const { code, out, err } = await compare(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(words)
  expect(err).not.toContain('    at ')
})
