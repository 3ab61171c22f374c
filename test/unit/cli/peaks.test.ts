import { expect, test } from 'vitest'
import { commandLine } from '../../support/command-line.ts'

const { taper } = commandLine()

test('peaks and their losses give the best peak, or the next to try', async () => {
  const found = await taper([
    'peaks',
    '1e-4=3.31',
    '2e-4=3.27',
    '4e-4=3.26',
    '8e-4=3.28',
    '3e-3=nan',
    '--run-steps',
    '1000',
    '--steps',
    '4000'
  ])
  expect(found.out).toMatch(/PEAK[\s\S]*0.0001 +3.31[\s\S]*The best peak is 0.000\d+[\s\S]*Over 4000 steps instead of 1000/)
  expect((await taper(['peaks', '1e-4=3.31', '2e-4=3.27'])).out).toMatch(/At the edge[\s\S]*Next: 0.0004, 0.0008/)
  expect(JSON.parse((await taper(['peaks', '1e-4=3', '--json'])).out)).toMatchObject({ best: null })
})

test('what is no peak and loss is refused', async () => {
  for (const wrong of [['1e-4=much'], ['0=1'], ['1e-4='], ['1e-4=3', 'a-run'], ['1e-4=3', '--loss', 'loss']]) {
    expect([wrong, (await taper(['peaks', ...wrong])).code]).toEqual([wrong, 2])
  }
})
