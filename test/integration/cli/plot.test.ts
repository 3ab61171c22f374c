import { beforeAll, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'
import { commandLine } from '../../support/command-line.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const { listen, send } = await testApp()
const { taper, file, read } = commandLine({ TAPER_URL: 'http://127.0.0.1:1' })
const norms = trainingLikeNorms(2000)
let url: string
beforeAll(async () => {
  url = await listen()
  file('norms.csv', `step,grad_norm\n${[...norms].map((value, step) => `${step},${value}`).join('\n')}\n`)
  await send('PUT', '/v1/runs/drawn', { payload: {} })
  await send('POST', '/v1/runs/drawn/gradient-norms', { payload: { startStep: 0, values: [...norms] } })
})

const plot = (args: string[], service?: string) => taper(['plot', ...args], { env: service === undefined ? {} : { TAPER_URL: service } })
const written = (name: string) => read(name) as Buffer

it('a log becomes an SVG here, the same plots that the service draws of the run', async () => {
  expect(await plot(['norms.csv', '--out', 'here.svg'])).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringMatching(/^read: .*"grad_norm".*\n$/)
  })
  expect(await plot(['drawn', '--out', 'there.svg'], url)).toMatchObject({ code: 0, out: '', err: '' })
  const [here, there] = ['here.svg', 'there.svg'].map((name) =>
    written(name)
      .toString()
      .replace(/<title.*?<\/title>/, '')
  )
  expect(here).toMatch(/^<svg [\s\S]*<path class="line second dashed"[\s\S]*<\/svg>\n$/)
  expect(here).toBe(there)
})

it('a name that ends in .png gives a PNG of twice the pixels asked for', async () => {
  expect((await plot(['norms.csv', '--out', 'chart.png', '--width', '400', '--height', '300', '--theme', 'dark'])).code).toBe(0)
  const png = written('chart.png')
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 600])
})

it('without --out, a log and a run are drawn on the terminal alike, but for the column that was read', async () => {
  const here = await plot(['norms.csv'])
  expect(here).toMatchObject({ code: 0, err: expect.stringMatching(/^read: .*"grad_norm".*\n$/) })
  expect(here.out).toContain('refined schedule')
  expect(here.out).toContain('(l2, from "grad_norm")')
  expect((await plot(['drawn'], url)).out).toBe(here.out.replace(', from "grad_norm"', ''))
})

it('says what is wrong with a name, a size or a length that cannot be', async () => {
  expect(await plot(['norms.csv', '--out', 'chart.gif'])).toMatchObject({ code: 2, err: expect.stringContaining('.svg or .png') })
  expect((await plot(['norms.csv', '--out', 'x.svg', '--width', '9'])).code).toBe(2)
  expect((await plot(['drawn', '--out', 'x.svg', '--steps', '9'], url)).err).toContain('--steps')
})
