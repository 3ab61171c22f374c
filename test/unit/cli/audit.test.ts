import { expect, test } from 'vitest'
import { multipliersOf } from '../../../src/schedules/index.ts'
import { commandLine } from '../../support/command-line.ts'

const { taper, file } = commandLine()
const { multipliers } = multipliersOf({ rule: 'cosine' }, 300)
const table = (rateAt: (t: number) => number) =>
  `step,loss,grad_norm,lr\n${Array.from({ length: 300 }, (_, t) => `${t},2.5,${1 + t / 300},${rateAt(t)}`).join('\n')}\n`

test('a log is audited by the column of its learning rate, against a rule', async () => {
  file(
    'good.csv',
    table((t) => 0.01 * multipliers[t]!)
  )
  file(
    'bad.csv',
    table((t) => 0.01 * multipliers[Math.min(299, 2 * t)]!)
  )
  const good = await taper(['audit', 'good.csv', '--against', 'cosine', '--peak', '0.01'])
  expect([good.code, good.err]).toEqual([0, expect.stringContaining('300 learning rates from column "lr"')])
  expect(good.out).toContain('The rates follow cosine over 300 steps, peak 0.01.')
  const bad = await taper(['audit', 'bad.csv', '--against', 'cosine={"final":0}', '--steps', '300'])
  expect(bad.out).toMatch(
    /do not follow cosine[\s\S]*strided, steps 0 to 299: .*advances 2 steps[\s\S]*accelerate[\s\S]*held, steps 150 to 299/
  )
  const json = JSON.parse((await taper(['audit', 'bad.csv', '--json'])).out)
  expect(json).toMatchObject({ follows: null, findings: [], against: null })
})

test('a log without learning rates, and a rule that is none, are refused by name', async () => {
  file('norms.csv', 'step,grad_norm\n0,1\n1,2\n')
  file(
    'good.csv',
    table((t) => 0.01 * multipliers[t]!)
  )
  expect(await taper(['audit', 'norms.csv'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('no column is called like a learning rate')
  })
  expect(await taper(['audit', 'good.csv', '--against', 'cosin'])).toMatchObject({ code: 2, err: expect.stringContaining('"cosine"') })
  expect(await taper(['audit', 'good.csv', '--peak', '1'])).toMatchObject({ code: 2, err: expect.stringContaining('--against') })
})
