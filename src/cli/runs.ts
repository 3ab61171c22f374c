import { Command } from 'commander'
import { wholeNumber } from './number-flags.ts'
import { jsonOption, part, type Query, serviceAt, urlOption } from './service.ts'
import { aligned, indented } from './table.ts'

interface Run {
  id: string
  name: string | null
  optimizer: string | null
  totalSteps: number | null
  peakLearningRate: number | null
  weightDecay: number | null
  clipNorm: number | null
  labels: Record<string, string>
  createdAt: string
  series: { name: string; points: number; firstStep: number | null; lastStep: number | null; nonFinite: number }[]
}

interface Flags {
  url: string
  json?: true
  name?: string
  label: string[]
  limit: number
}

/** `taper runs`: what the service has of runs. */
export const runsCommand = (): Command =>
  new Command('runs')
    .argument('[run]', 'id of a run')
    .option('--name <prefix>', 'only runs whose name starts with this')
    .option('--label <key=value>', 'only runs with this label; may be repeated', (text, all: string[]) => [...all, text], [])
    .option('--limit <n>', 'most runs to list', wholeNumber(1), 50)
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  taper runs --label seed=1\n  taper runs resnet-50 --json')
    .action(async (id: string | undefined, flags: Flags) => {
      const service = serviceAt(flags.url)
      if (id !== undefined) {
        const run = await service.get<Run>(`/v1/runs/${part(id)}`)
        process.stdout.write(flags.json ? indented(run) : page(run))
        return
      }
      const labels = flags.label.map((text) => [`label.${text.split('=', 1)[0]}`, text.slice(text.indexOf('=') + 1)])
      const query: Query = { name: flags.name, ...Object.fromEntries(labels) }
      const runs = await service.list<Run>('/v1/runs', query, flags.limit)
      if (flags.json) process.stdout.write(indented(runs))
      else if (runs.length === 0) process.stderr.write('No runs found.\n')
      else process.stdout.write(aligned([['RUN', 'NAME', 'OPTIMIZER', 'STEPS', 'SERIES', 'CREATED'], ...runs.map(row)]))
    })

const row = ({ id, name, optimizer, totalSteps, series, createdAt }: Run): string[] => [
  id,
  name ?? '',
  optimizer ?? '',
  totalSteps === null ? '' : String(totalSteps),
  series.map(({ name, points }) => `${name}: ${points}`).join(', '),
  createdAt.slice(0, 16).replace('T', ' ')
]

function page({ id, name, optimizer, totalSteps, peakLearningRate, weightDecay, clipNorm, labels, createdAt, series }: Run): string {
  const facts: [string, unknown][] = [
    ['name', name],
    ['optimizer', optimizer],
    ['total steps', totalSteps],
    ['peak learning rate', peakLearningRate],
    ['weight decay', weightDecay],
    ['clipped to', clipNorm],
    ...Object.entries(labels).map(([key, value]): [string, string] => [`label ${key}`, value]),
    ['created', createdAt],
    ...series.map(({ name, points, firstStep, lastStep, nonFinite }): [string, string] => [
      `series ${name}`,
      points === 0 ? 'none' : `${points}, steps ${firstStep} to ${lastStep}${nonFinite === 0 ? '' : `, ${nonFinite} not finite`}`
    ])
  ]
  const said = facts.filter(([, value]) => value !== null).map(([key, value]) => [key, String(value)])
  return `${id}\n${aligned(said, '  ')}`
}
