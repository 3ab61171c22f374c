import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { exportTargets } from '../../../src/formats/exports/index.ts'
import { scheduleRules } from '../../../src/schedules/index.ts'
import { reportLog } from '../../../src/services/reports/report-log.ts'
import { commandLine } from '../../support/command-line.ts'

const { taper, file, read } = commandLine()
const hostile = `<script>alert(1)</script>'"><img src=x onerror=alert(1)>\u202egpj`
const row = (t: number) => {
  const loss = 1 + 4 * Math.exp(-t / 150)
  return [t, loss * (1 + 0.1 * Math.sin(t * t)), loss * (1 + 0.02 * Math.cos(t * t)), 0.1 * (1 - t / 999)] as const
}
const log = (names: string) => `${names}\n${Array.from({ length: 1000 }, (_, t) => row(t).join(',')).join('\n')}\n`
file('log.csv', log('step,grad_norm,loss,lr'))
file('norms.csv', `step,grad_norm\n${Array.from({ length: 300 }, (_, t) => row(t).slice(0, 2).join(',')).join('\n')}\n`)
file('hostile.csv', log(`step,grad_norm,"loss/${hostile.replaceAll('"', '""')}",lr`))

const report = async (...args: string[]) => {
  const { code, err, out } = await taper(['report', ...args])
  expect({ code, out }, err).toEqual({ code: 0, out: '' })
  return String(read(args[args.indexOf('--out') + 1]!))
}
/** Elements in order; fails where they do not nest. */
function elementsOf(html: string): string[] {
  const open: string[] = []
  const names: string[] = []
  for (const [, closes, name = '', rest] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (closes) expect(open.pop()).toBe(name)
    else {
      names.push(name)
      if (!rest?.endsWith('/') && !['meta', 'br'].includes(name)) open.push(name)
    }
  }
  expect(open).toEqual([])
  return names
}
let made: Promise<string> | undefined
/** One report for the tests that only look at it. */
const usual = () => (made ??= report('log.csv', '--out', 'report.html'))
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)

describe('taper report', () => {
  test('one file says what was read from where, the advice, the schedule, every rule with bound and predicted loss apart, and the lines for each trainer', async () => {
    const html = await usual()
    for (const words of [
      '<code><bdi>grad_norm</bdi></code>',
      '<code><bdi>loss</bdi></code>',
      '<code><bdi>lr</bdi></code>',
      'class="verdict"'
    ])
      expect(html).toContain(words)
    for (const { name } of scheduleRules) expect(html).toContain(`<th scope="row">${name}</th>`)
    expect(html).toMatch(/bound, at its own best peak<\/th><th colspan="2" scope="colgroup">predicted loss at peak 0\.1</)
    expect(html).toContain('is no loss')
    expect(html).toContain('nearest to the rule <code>linear</code>')
    for (const { name, asks } of exportTargets)
      if (asks === undefined && name !== 'safetensors') expect(html).toContain(`<summary><b>${name}</b>`)
    expect(html).toContain('PEAK_LEARNING_RATE = 0.1')
    expect(html).toMatch(/last changed <time datetime="\d{4}-\d\d-\d\dT[\d:.]+Z">/)
  })

  test('the file stands alone: well-formed, unique ids, no script, no address, and a policy that names its one style by its hash', async () => {
    const html = await usual()
    const names = elementsOf(html)
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base']) expect(names).not.toContain(name)
    expect(names.filter((name) => name === 'style').length).toBe(1)
    expect(html).not.toMatch(/<[^>]*(?:src|href)="[^#]|url\(|@import|javascript:|<[^>]* (?:on[a-z]+|style)=|NaN|undefined/)
    expect(new Set(idsOf(html)).size).toBe(idsOf(html).length)
    for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(idsOf(html)).toContain(id)
    const [, policy] = html.match(/Content-Security-Policy" content="([^"]*)"/)!
    const [, style] = html.match(/<style>([^<]*)<\/style>/)!
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style!).digest('base64')}'`)
  })

  test('the same log gives the same bytes', async () => {
    expect(await report('log.csv', '--out', 'again.html')).toBe(await usual())
  })

  test('titles and names of columns are text, whatever is in them', async () => {
    const html = await report('hostile.csv', '--title', hostile, '--loss-column', `loss/${hostile}`, '--out', 'report.html')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#39;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;gpj')
    expect(html).not.toMatch(/<script|<img|\u202e/)
    elementsOf(html)
  })

  test('without losses and rates it says why there is no forecast, and compares by bounds alone', async () => {
    const html = await report('norms.csv', '--out', 'report.html')
    expect(html).toContain('There is no forecast: the log has no losses.')
    expect(html).toContain('bound, at its own best peak')
    expect(html).not.toContain('predicted loss at peak')
  })

  const columnsOf = (...columns: (0 | 1 | 2 | 3)[]) =>
    `${columns.map((column) => ['step', 'grad_norm', 'loss', 'lr'][column]).join(',')}\n${Array.from({ length: 400 }, (_, t) => columns.map((column) => row(t)[column]).join(',')).join('\n')}\n`
  const headings = (html: string) => [...html.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id)

  test('of losses alone it draws them, says why there is neither schedule nor forecast, and what to log for them', async () => {
    file('loss.csv', columnsOf(0, 2))
    const html = await report('loss.csv', '--out', 'report.html')
    expect(headings(html)).toEqual(['advice', 'read', 'numbers'])
    for (const words of [
      'No schedule was refined</b>: no gradient norms were logged.',
      'Nor is a loss forecast: the log has no learning rates',
      'the norm of the raw gradient (before clipping) and the learning rate.',
      '<code><bdi>loss</bdi></code>',
      '>Loss<'
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('class="number">NaN')
    elementsOf(html)
  })

  test('of rates alone it says which rule they are', async () => {
    file('rates.csv', columnsOf(0, 3))
    const html = await report('rates.csv', '--out', 'report.html')
    expect(headings(html)).toEqual(['advice', 'read', 'numbers'])
    expect(html).toContain('nearest to the rule <code>linear</code>')
    expect(html).toContain('Nor is a loss forecast: the log has no losses.')
  })

  test('of losses and rates it forecasts every rule, the least loss first, and shows no empty columns of bounds', async () => {
    file('curve.csv', columnsOf(0, 2, 3))
    const html = await report('curve.csv', '--out', 'report.html')
    expect(headings(html)).toEqual(['advice', 'read', 'comparison', 'forecast', 'numbers'])
    expect(html).toContain('No bounds: they are computed from gradient norms')
    expect(html).not.toContain('best peak')
    const rows = [...html.matchAll(/<th scope="row">([a-z-]+)<\/th><td class="number">([\d.e+-]+)[<]/g)].filter(([, name]) =>
      scheduleRules.some((rule) => rule.name === name)
    )
    const losses = rows.map(([, , loss]) => Number(loss))
    expect(losses.length).toBeGreaterThan(5)
    expect(losses).toEqual(losses.toSorted((a, b) => a - b))
  })

  test('what is logged besides is shown too, and what names leave open is left out and said', async () => {
    const line = (t: number) => `${row(t).join(',')},${t % 100 === 0 ? row(t)[2] : ''},${1 + t},0.1,0.2`
    file(
      'more.csv',
      `step,grad_norm,loss,lr,eval_loss,weight_norm,lr/a,lr/b\n${Array.from({ length: 400 }, (_, t) => line(t)).join('\n')}\n`
    )
    const html = await report('more.csv', '--out', 'report.html')
    for (const words of [
      '<code><bdi>eval_loss</bdi></code>',
      '<code><bdi>weight_norm</bdi></code>',
      'Evaluation loss',
      'Norm of the weights'
    ])
      expect(html).toContain(words)
    file(
      'doubt.csv',
      `step,grad_norm,loss,critic/lr,actor/lr\n${Array.from({ length: 400 }, (_, t) => `${row(t).join(',')},1`).join('\n')}\n`
    )
    expect(await report('doubt.csv', '--out', 'report.html')).toMatch(/Several columns may be the learning rates: .*None was read/)
  })

  test('of a log of several runs it asks which, and takes the one that is named', async () => {
    const runs = ['first', 'بعد 🎛'].flatMap((run, k) => Array.from({ length: 100 }, (_, t) => `${run},${t},${(k + 1) * row(t)[2]}`))
    file('runs.csv', `run,step,loss\n${runs.join('\n')}\n`)
    const { code, err } = await taper(['report', 'runs.csv', '--out', 'none.html'])
    expect(code).toBe(2)
    expect(err).toContain('it holds 2 runs: "first", "بعد 🎛". Name one with --run.')
    expect(await report('runs.csv', '--run', 'بعد 🎛', '--out', 'report.html')).toContain('<td class="number">100</td>')
  })

  test('a norm that no name tells is the one that is asked for', async () => {
    const html = await report('norms.csv', '--norm', 'l1', '--out', 'report.html')
    expect(html).toContain('Gradient norm, ℓ₁')
    expect(html).toContain('‖g‖₁ of the raw gradient')
  })

  test('preset and length are those that are asked for', async () => {
    const html = await report('log.csv', '--preset', 'paper', '--steps', '5000', '--out', 'report.html')
    expect(html).toContain('The refined schedule of 5000 steps')
    expect(html).toContain('refined, paper')
    expect(html).not.toContain('refined-paper')
  })

  test('what is no log is refused in words, and nothing is written', async () => {
    file('two.csv', 'step,a_norm_x,b_norm_y\n0,1,2\n1,1,2\n')
    const { code, err } = await taper(['report', 'two.csv', '--out', 'none.html'])
    expect(code).toBe(2)
    expect(err).toContain('--map=l2=a_norm_x')
    expect(read('none.html')).toBe(null)
  })
})

test('a report of many points is as small as one of few', async () => {
  const pageOf = async (count: number) => {
    const values = Float64Array.from({ length: count }, (_, t) => (1 + 0.3 * Math.sin(t * t)) * (1 + 4 * Math.exp((-5 * t) / count)))
    const steps = { first: 0, stride: 1 }
    const rates = values.map((_, t) => 0.1 * (1 - t / count))
    return await reportLog(
      {
        title: 'many',
        subject: 'The log many',
        dated: null,
        norm: 'l2',
        points: { steps, values, losses: { steps, values } },
        learningRates: { steps, values: rates },
        others: [],
        sources: { step: null, norm: null, loss: null, rate: null },
        notes: [],
        run: { optimizer: null, totalSteps: null, series: ['l2'], weightDecay: null, clipNorm: null, l2Ceiling: null, rates: null },
        facts: [],
        options: {},
        peakLearningRate: null
      },
      '1.2.3'
    )
  }
  expect((await pageOf(100_000)).length).toBeLessThan(250_000)
})
