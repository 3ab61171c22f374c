import { Command, InvalidArgumentError, Option } from 'commander'
import { toJson } from '../formats/json.ts'
import { compareLog, usualCandidates } from '../services/comparison/compare-log.ts'
import type { Comparison } from '../services/comparison/rank-schedules.ts'
import { explainFailure, UsageError } from './failures.ts'
import { given } from './given.ts'
import { readFileNorms } from './logged-norms.ts'
import { positiveNumber, wholeNumber } from './number-flags.ts'
import { columnOption, columnsOption, inputOption, type LogFlags, logRunOption, lossColumnOption, stepOption } from './read-log-file.ts'
import { refinementChoices } from './refinement-choices.ts'
import { namesRun, serviceAt, urlOption } from './service.ts'
import { aligned } from './table.ts'
import { writeText } from './write-text.ts'

const formats = ['table', 'json', 'csv'] as const

interface Flags extends LogFlags {
  url: string
  json?: true
  schedules?: string[]
  candidates?: { rule: string; parameters?: Record<string, unknown> }[]
  norm?: 'l1' | 'l2'
  steps?: number
  distance?: number
  format?: (typeof formats)[number]
  out?: string
}

/** `taper compare`: which schedule is best on the norms in a log, with no server and no database; or on those of a run that a service has. */
export const compareCommand = (): Command =>
  new Command('compare')
    .argument('<log>', 'file of gradient norms (- for standard input), compared here; or id of a run, compared by the service')
    .option('--candidates <rule...>', 'rules to compare; parameters as rule={"name":value} (default: all, and refined)', readCandidates)
    .addOption(new Option('--norm <norm>', 'norm in the log (default: as its column says, else l2)').choices(refinementChoices('norm')))
    .option('--steps <n>', 'length of the schedules in steps (default: extent of the log)', wholeNumber(1))
    .option('--distance <d>', 'distance from the initial point to the solution; scales rates and bounds (default: 1)', positiveNumber)
    .addOption(new Option('--format <format>', 'output format (default: table)').choices(formats))
    .option('--out <path>', 'write to this file instead of standard output')
    .option('--json', 'same as --format json')
    .option('--schedules <id...>', 'stored schedules to compare too (only with a run)')
    .addOption(lossColumnOption())
    .addOption(columnOption())
    .addOption(columnsOption())
    .addOption(stepOption())
    .addOption(logRunOption())
    .addOption(inputOption())
    .addOption(urlOption())
    .addHelpText(
      'after',
      `
Examples:
  taper compare gradient-norms.csv
  taper compare gradient-norms.csv --candidates refined cosine 'wsd={"cooldown":0.1}'
  taper compare metrics.csv --column grad_norm --steps 20000 --format csv --out ranking.csv
  taper compare resnet-50 --candidates refined cosine --url http://taper.local:8080`
    )
    .action(runCompare)

function readCandidates(text: string, before: Flags['candidates'] = []): NonNullable<Flags['candidates']> {
  const place = text.indexOf('=')
  if (place < 0) return [...before, ...text.split(',').map((rule) => ({ rule: rule.trim() }))]
  try {
    return [...before, { rule: text.slice(0, place), parameters: JSON.parse(text.slice(place + 1)) }]
  } catch {
    throw new InvalidArgumentError('Parameters must be JSON, e.g. wsd={"cooldown":0.1}.')
  }
}

async function runCompare(file: string, flags: Flags): Promise<void> {
  const isThere = namesRun(file)
  try {
    const comparison = await (isThere ? compareThere(file, flags) : compareHere(file, flags))
    await writeText(written[flags.format ?? (flags.json ? 'json' : 'table')](comparison), flags.out)
    for (const { code, detail } of comparison.warnings) process.stderr.write(`warning (${code}): ${detail}\n`)
  } catch (error) {
    if (isThere) throw error
    const { message, exitCode } = explainFailure(error, file === '-' ? 'standard input' : file)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

async function compareHere(file: string, flags: Flags): Promise<Comparison> {
  const { candidates = usualCandidates(), distance, schedules } = flags
  if (schedules !== undefined) throw new UsageError('--schedules needs the id of a run, not a file.')
  const { norm, points, facts } = await readFileNorms(file, flags)
  const steps = flags.steps ?? facts.totalSteps
  return await compareLog(points, candidates, { norm, ...given({ steps, distance }) } as Parameters<typeof compareLog>[2])
}

/** Where only schedules are named, they are compared with a refinement. */
async function compareThere(runId: string, { url, candidates, schedules = [], norm, steps, distance }: Flags): Promise<Comparison> {
  const rules = candidates ?? (schedules.length > 0 ? [{ rule: 'refined' }] : usualCandidates())
  return await serviceAt(url).send('POST', '/v1/comparisons', {
    candidates: [...rules, ...schedules.map((scheduleId) => ({ scheduleId }))],
    norms: { runId, ...given({ norm }) },
    ...given({ steps, distance })
  })
}

const written: Record<(typeof formats)[number], (comparison: Comparison) => Iterable<string>> = {
  *table({ ranking, summary }) {
    const rows = ranking.map(({ name, optimalBound, ratio, optimalRate, T }) => [
      name,
      optimalBound.toPrecision(4),
      `${ratio < 1000 ? ratio.toFixed(3) : ratio.toPrecision(3)}×`,
      optimalRate.toPrecision(4),
      String(T)
    ])
    yield aligned([['SCHEDULE', 'BOUND', 'RATIO', 'BEST PEAK RATE', 'STEPS'], ...rows])
    yield `\n${summary}\n`
  },
  *json(comparison) {
    yield `${toJson(comparison)}\n`
  },
  *csv({ ranking }) {
    yield 'name,T,optimalRate,optimalBound,ratio\n'
    for (const { name, T, optimalRate, optimalBound, ratio } of ranking) yield `${name},${T},${optimalRate},${optimalBound},${ratio}\n`
  }
}
