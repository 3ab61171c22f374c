import { Command, Option } from 'commander'
import { UsageError } from './failures.ts'
import { wholeNumber } from './number-flags.ts'
import { type OutputName, outputNames, scheduleOutputs } from './schedule-output.ts'
import { jsonOption, part, type Service, serviceAt, urlOption } from './service.ts'
import { aligned, indented } from './table.ts'
import { writeText } from './write-text.ts'

export interface StoredSchedule {
  id: string
  name: string | null
  runId: string | null
  rule: string
  steps: number
  peakLearningRate: number | null
  report?: Record<string, unknown>
  createdAt: string
}

interface Flags {
  url: string
  json?: true
  run?: string
  limit: number
  format?: OutputName
  out?: string
}

/** `taper schedule`: what the service has of schedules. */
export const scheduleCommand = (): Command =>
  new Command('schedule')
    .argument('[schedule]', 'id of a schedule, or `newest` with --run')
    .option('--run <run>', 'only schedules refined from this run')
    .option('--limit <n>', 'most schedules to list', wholeNumber(1), 50)
    .addOption(new Option('--format <format>', 'output format (default: chart on a terminal, else csv)').choices(outputNames))
    .option('--out <path>', 'write to this file instead of standard output')
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  taper schedule --run resnet-50\n  taper schedule newest --run resnet-50 --format csv --out schedule.csv'
    )
    .action(async (id: string | undefined, flags: Flags) => {
      const service = serviceAt(flags.url)
      if (id === undefined) return list(service, flags)
      if (id === 'newest' && flags.run === undefined) throw new UsageError('`newest` needs a run: set --run.')
      const schedule =
        id === 'newest'
          ? await newestScheduleOf(service, flags.run as string)
          : await service.get<StoredSchedule>(`/v1/schedules/${part(id)}`)
      if (flags.json) process.stdout.write(indented(schedule))
      else await writeSchedule(service, schedule, flags)
    })

/** Writes the multipliers of a stored schedule. */
export async function writeSchedule(
  service: Service,
  schedule: StoredSchedule,
  flags: { format?: OutputName; out?: string }
): Promise<void> {
  const format = flags.format ?? (flags.out === undefined && process.stdout.isTTY ? 'chart' : 'csv')
  const multipliers = await service.values(`/v1/schedules/${part(schedule.id)}/multipliers`)
  await writeText(scheduleOutputs[format]({ multipliers, schedule, toTerminal: flags.out === undefined }), flags.out)
}

/** @throws UsageError where the run has none */
export async function newestScheduleOf(service: Service, run: string): Promise<StoredSchedule> {
  const [newest] = await service.list<StoredSchedule>('/v1/schedules', { runId: run }, 1)
  if (newest === undefined) throw new UsageError(`the run ${run} has no schedule. Make one with \`taper refine ${run}\`.`)
  return newest
}

async function list(service: Service, { run, limit, json }: Flags): Promise<void> {
  const schedules = await service.list<StoredSchedule>('/v1/schedules', { runId: run }, limit)
  if (json) process.stdout.write(indented(schedules))
  else if (schedules.length === 0) process.stderr.write('No schedules found.\n')
  else process.stdout.write(aligned([['SCHEDULE', 'RULE', 'RUN', 'STEPS', 'NAME', 'CREATED'], ...schedules.map(row)]))
}

const row = ({ id, rule, runId, steps, name, createdAt }: StoredSchedule): string[] => [
  id,
  rule,
  runId ?? '',
  String(steps),
  name ?? '',
  createdAt.slice(0, 16).replace('T', ' ')
]
