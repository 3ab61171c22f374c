import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runCommand } from '../../../scripts/setup/tensorflow/run-command.ts'
import { startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-monitoring-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const text = await (await fetch(`${service.url}/metrics`)).text()
afterAll(async () => {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** Every name that a scrape can have: of a histogram its three. */
const exposed = new Set(
  [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name as string]
  )
)
/** Labels of each metric that has samples here. */
const labelsOf = (name: string): Set<string> =>
  new Set(
    [...text.matchAll(new RegExp(`^${name}\\{(.*)\\} `, 'gm'))].flatMap(([, all = '']) =>
      [...all.matchAll(/(\w+)="/g)].map(([, label]) => label as string)
    )
  )

/** The metrics that an expression of PromQL asks for, with the labels that it asks of them. */
function metricsIn(expression: string): { name: string; labels: string[] }[] {
  return [...expression.matchAll(/\b((?:taper|nodejs|process)_\w+)(?:\{([^}]*(?:\{[^}]*\}[^}]*)*)\})?/g)].map(
    ([, name = '', selected = '']) => ({
      name,
      labels: [...selected.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label as string)
    })
  )
}

const dashboard = JSON.parse(readFileSync('deploy/grafana/taper.json', 'utf8')) as {
  panels: { title: string; targets?: { expr: string }[] }[]
  templating: { list: { definition?: string }[] }
}
const rules = (parse(readFileSync('deploy/prometheus/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules
)
interface Rule {
  alert: string
  expr: string
  for: string
  labels: { severity: string }
  annotations: Record<string, string>
}

const expressions = [
  ...dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [`the panel ${title}`, expr] as const)),
  ...dashboard.templating.list.flatMap(({ definition }) => (definition === undefined ? [] : [['a variable', definition] as const])),
  ...rules.map(({ alert, expr }) => [`the alert ${alert}`, expr] as const)
]

it.each(expressions)('%s asks for metrics and labels that a service has: %s', (_, expression) => {
  const asked = metricsIn(expression)
  expect(asked).not.toEqual([])
  for (const { name, labels } of asked) {
    expect(exposed).toContain(name)
    const known = labelsOf(name)
    // Prometheus itself gives `instance`; a metric that has not counted yet shows no labels.
    if (known.size > 0) for (const label of labels) expect([...known, 'instance']).toContain(label)
  }
})

describe('an alert', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s says for how long, how severe, what it means and what to do', (_, rule) => {
    expect(rule.for).toMatch(/^\d+m$/)
    expect(['critical', 'warning']).toContain(rule.labels.severity)
    for (const name of ['summary', 'description', 'action']) expect(rule.annotations[name]).toMatch(/^['"{A-Z/].*\.$/)
  })
})

it('the process itself is measured under the usual names', () => {
  for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds'])
    expect(exposed).toContain(name)
  expect(text).toMatch(/^taper_build_info\{version="[^"]+",node="v[^"]+",engine="[^"]+"\} 1$/m)
})

describe('promtool', async () => {
  const program = process.env.PROMTOOL ?? 'promtool'
  const isThere = (await runCommand(program, ['--version'])).status === 0
  const absent = 'promtool is not here (Debian: the package prometheus); PROMTOOL may name one'

  it('finds nothing to say of the metrics', async (context) => {
    if (!isThere) context.skip(absent)
    const file = join(folder, 'metrics.txt')
    // prom-client's own names of gauges and counters are not ours to choose.
    const own = text.split('\n').filter((line) => /^(# (HELP|TYPE) )?taper_/.test(line))
    writeFileSync(file, `${own.join('\n')}\n`)
    expect(await runCommand('sh', ['-c', '"$0" check metrics < "$1"', program, file])).toEqual({ status: 0, output: '' })
  })

  it('takes the rules', async (context) => {
    if (!isThere) context.skip(absent)
    const { status, output } = await runCommand(program, ['check', 'rules', 'deploy/prometheus/alerts.yaml'])
    expect([status, output]).toEqual([0, expect.stringContaining(`${rules.length} rules found`)])
  })
})
