import { expect, test } from 'vitest'
import { multipliersOf } from '../../../src/schedules/index.ts'
import { commandLine } from '../../support/command-line.ts'

const { taper, file, read } = commandLine()
const n = 2000
const { multipliers } = multipliersOf({ rule: 'cosine', parameters: { final: 0.1 } }, n)
const row = (t: number, rate: boolean) =>
  `${t},${2 + 6 * (t + 50) ** -0.5 + 0.1 * multipliers[t]!}${rate ? `,${0.001 * multipliers[t]!}` : ''}`
const table = (until: number, rate: boolean) =>
  `step,loss${rate ? ',lr' : ''}\n${Array.from({ length: until / 10 }, (_, i) => row(10 * i, rate)).join('\n')}\n`

test('a log with losses and rates is forecast for other schedules, with a table, a picture and a sentence', async () => {
  file('whole.csv', table(n, true))
  const { code, out, err } = await taper([
    'forecast',
    'whole.csv',
    '--schedule',
    'linear',
    'wsd={"cooldown":0.3}',
    '--search',
    '--out',
    'f.svg'
  ])
  expect([code, err]).toEqual([0, expect.stringContaining('200 losses from column "loss"')])
  expect(out).toMatch(/90 % INTERVAL[\s\S]*wsd[\s\S]*By bound-power[\s\S]*Least loss at the peak 0.001[\s\S]*No forecast of a loss/)
  expect(read('f.svg')?.toString()).toMatch(/^<svg[\s\S]*linear ends at[\s\S]*<\/svg>\n$/)
})

test('a log that has not ended is forecast to the end of its schedule, and from a branch', async () => {
  file('part.csv', table(1200, false))
  const of = ['--of', 'cosine={"final":0.1}', '--peak', '1e-3', '--total-steps', '2000']
  const json = JSON.parse((await taper(['forecast', 'part.csv', ...of, '--branch', '1000:0.2:linear', '--json'])).out)
  expect(json).toMatchObject({ self: { steps: 2000 }, forecasts: [{ name: 'linear over 250', steps: 1250 }] })
})

test('a log without rates, a branch that is none and a picture of another kind are refused by name', async () => {
  file('part.csv', table(1200, false))
  expect(await taper(['forecast', 'part.csv'])).toMatchObject({ code: 2, err: expect.stringContaining('--rate-column') })
  expect(await taper(['forecast', 'part.csv', '--branch', 'x'])).toMatchObject({ code: 2, err: expect.stringContaining('20000:0.1') })
  expect(await taper(['forecast', 'part.csv', '--out', 'a.png'])).toMatchObject({ code: 2, err: expect.stringContaining('.svg') })
})
