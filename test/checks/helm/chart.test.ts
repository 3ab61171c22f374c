import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { kubernetesPrograms } from '../../support/kubernetes-programs.ts'

const chart = fileURLToPath(new URL('../../../deploy/helm/taper', import.meta.url))
const found = await kubernetesPrograms()
const folder = mkdtempSync(path.join(tmpdir(), 'taper-helm-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a team may choose: nothing, everything at once, and what they bring themselves. */
const choices: Record<string, object> = {
  defaults: {},
  everything: {
    hosts: ['taper.internal'],
    adminKey: { existingSecret: 'taper-admin' },
    config: { LOG_LEVEL: 'info', TAPER_LOG_REQUESTS: 'all', TAPER_SLOW_MS: 500 },
    image: { repository: 'registry.example.com/taper', digest: `sha256:${'a'.repeat(64)}`, pullSecrets: [{ name: 'registry' }] },
    autoscaling: { enabled: true },
    ingress: {
      enabled: true,
      className: 'nginx',
      hosts: ['taper.example.com'],
      tls: [{ secretName: 'tls', hosts: ['taper.example.com'] }]
    },
    networkPolicy: {
      enabled: true,
      from: [{ podSelector: { matchLabels: { trains: 'yes' } } }],
      databaseTo: [{ ipBlock: { cidr: '10.0.0.0/8' } }]
    },
    metrics: {
      serviceMonitor: { enabled: true, existingSecret: 'taper-key', labels: { release: 'prometheus' } },
      prometheusRule: { enabled: true }
    },
    podAnnotations: { team: 'a' },
    podLabels: { team: 'a' },
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'gpu', operator: 'Exists' }],
    priorityClassName: 'high'
  },
  'what is brought along': {
    replicas: 3,
    serviceAccount: { create: false, name: 'ours' },
    podDisruptionBudget: { enabled: false },
    topologySpread: { enabled: false },
    env: [{ name: 'PGSSLROOTCERT', value: '/etc/ca.crt' }],
    stopDelaySeconds: 15
  }
}

interface Container {
  image: string
  env?: { name: string; value?: string; valueFrom?: object }[]
  securityContext: object
  resources: { limits: { memory: string } }
  startupProbe?: object
  livenessProbe?: { httpGet: { path: string } }
  readinessProbe?: { httpGet: { path: string } }
}
interface Pod {
  automountServiceAccountToken: boolean
  securityContext: object
  containers: Container[]
  terminationGracePeriodSeconds: number
}
interface Manifest {
  kind: string
  metadata: { name: string }
  spec: Record<string, unknown>
}

const valuesFile = (name: string): string => {
  const file = path.join(folder, `${name.replaceAll(' ', '-')}.json`)
  writeFileSync(file, JSON.stringify(choices[name] ?? {}))
  return file
}

/** The manifests of the chart; what helm says of it beside them is left out. */
async function rendered(context: TestContext, name: string): Promise<{ text: string; of: (kind: string) => Manifest[] }> {
  const target = path.join(folder, `rendered-${name.replaceAll(' ', '-')}`)
  const { status, output } = await found.helm(context)(
    'template',
    'team',
    chart,
    '--namespace',
    'training',
    '--values',
    valuesFile(name),
    '--output-dir',
    target
  )
  expect([status, output]).toEqual([0, expect.any(String)])
  const texts = parts(target)
  const manifests = texts
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Manifest | null))
    .filter((one) => one !== null)
  return { text: texts.join('\n'), of: (kind) => manifests.filter((one) => one.kind === kind) }
}

async function renderedTo(context: TestContext, name: string): Promise<string> {
  await rendered(context, name)
  return path.join(folder, `rendered-${name.replaceAll(' ', '-')}`)
}

const parts = (target: string): string[] =>
  readdirSync(target, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readText(path.join(target, file)))

const podsOf = ({ of }: Awaited<ReturnType<typeof rendered>>): Pod[] => [
  ...of('Deployment').map(({ spec }) => (spec.template as { spec: Pod }).spec),
  ...of('Pod').map(({ spec }) => spec as unknown as Pod)
]

describe.each(Object.keys(choices))('the chart with %s', (name) => {
  it('is what helm expects of a chart', async (context) => {
    const { status, output } = await found.helm(context)('lint', '--strict', chart, '--values', valuesFile(name))
    expect([status, output]).toEqual([0, expect.stringContaining('0 chart(s) failed')])
  })

  it('renders what Kubernetes takes, in the oldest and the newest version that is known', async (context) => {
    const target = await renderedTo(context, name)
    for (const version of found.schemas(context)) {
      const location = path.join(version, '{{ .ResourceKind }}{{ .KindSuffix }}.json')
      // Of the Prometheus Operator's kinds there are no schemas here.
      const args = ['-strict', '-summary', '-schema-location', location, '-skip', 'ServiceMonitor,PrometheusRule', target]
      const { status, output } = await found.kubeconform(context)(...args)
      expect([version, status, output]).toEqual([version, 0, expect.stringMatching(/Invalid: 0, Errors: 0/)])
    }
  })

  it('closes its pods in', async (context) => {
    for (const pod of podsOf(await rendered(context, name))) {
      expect(pod.automountServiceAccountToken).toBe(false)
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } })
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] }
        })
        expect(container.resources.limits.memory).toMatch(/^\d+[MG]i$/)
      }
    }
  })

  it('takes its secrets from secrets, and writes none', async (context) => {
    const manifests = await rendered(context, name)
    expect(manifests.of('Secret')).toEqual([])
    const [pod] = podsOf(manifests)
    const env = new Map(pod?.containers[0]?.env?.map((variable) => [variable.name, variable]))
    expect(env.get('DATABASE_URL')?.valueFrom).toEqual({ secretKeyRef: { name: 'taper-database', key: 'DATABASE_URL' } })
    const isGiven = 'adminKey' in (choices[name] as object)
    expect(env.get('TAPER_ADMIN_KEY')?.valueFrom).toEqual(
      isGiven ? { secretKeyRef: { name: 'taper-admin', key: 'TAPER_ADMIN_KEY' } } : undefined
    )
  })

  it('waits for a drained stop, and longer than the service takes', async (context) => {
    const [pod] = podsOf(await rendered(context, name))
    const delay = Number(pod?.containers[0]?.env?.find((variable) => variable.name === 'TAPER_STOP_DELAY_SECONDS')?.value)
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(delay + 35)
  })
})

it('by itself has two replicas, spread over nodes, of which an eviction takes one, and which are asked whether they are ready', async (context) => {
  const manifests = await rendered(context, 'defaults')
  const [deployment] = manifests.of('Deployment')
  expect(deployment?.spec).toMatchObject({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 0 } } })
  const [pod] = podsOf(manifests)
  expect(pod).toHaveProperty('topologySpreadConstraints')
  expect(pod?.containers[0]?.readinessProbe?.httpGet.path).toBe('/readyz')
  expect(pod?.containers[0]?.livenessProbe?.httpGet.path).toBe('/livez')
  expect(pod?.containers[0]?.startupProbe).toBeDefined()
  expect(manifests.of('PodDisruptionBudget')[0]?.spec).toMatchObject({ maxUnavailable: 1 })
  for (const kind of ['ServiceMonitor', 'PrometheusRule', 'HorizontalPodAutoscaler', 'Ingress', 'NetworkPolicy'])
    expect(manifests.of(kind)).toEqual([])
})

it('makes the service known by the names of its Service, its Ingress and those that are named', async (context) => {
  const [pod] = podsOf(await rendered(context, 'everything'))
  const hosts = pod?.containers[0]?.env?.find(({ name }) => name === 'TAPER_HOSTS')?.value?.split(',')
  expect(hosts).toEqual([
    'team-taper',
    'team-taper.training',
    'team-taper.training.svc',
    'team-taper.training.svc.cluster.local',
    'taper.example.com',
    'taper.internal'
  ])
})

it('lets Prometheus scrape with a key, by the rules that stand in deploy/prometheus', async (context) => {
  const { of, text } = await rendered(context, 'everything')
  expect(of('ServiceMonitor')[0]?.spec.endpoints).toMatchObject([
    { path: '/metrics', authorization: { type: 'Bearer', credentials: { name: 'taper-key', key: 'TAPER_API_KEY' } } }
  ])
  const rules = parseAllDocuments(readText(path.join(chart, '../../prometheus/alerts.yaml')))[0]?.toJS()
  expect(of('PrometheusRule')[0]?.spec).toEqual(rules)
  expect(text).toContain('{{ $labels.instance }}')
})

it.for([
  ['a value that it does not know', { replica: 2 }, 'replica'],
  ['a secret without a name', { database: { existingSecret: '' } }, 'existingSecret'],
  ['an Ingress without hosts', { ingress: { enabled: true } }, 'hosts'],
  ['the URL of the database in plain', { config: { DATABASE_URL: 'postgresql://u:p@h/d' } }, 'DATABASE_URL']
] as const)('turns down %s', async ([, values, named], context) => {
  const file = path.join(folder, 'wrong.json')
  writeFileSync(file, JSON.stringify(values))
  const { status, output } = await found.helm(context)('template', 'team', chart, '--values', file)
  expect(status).not.toBe(0)
  expect(output).toContain(named)
})

const readText = (file: string): string => readFileSync(file, 'utf8')
