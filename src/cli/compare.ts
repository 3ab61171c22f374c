import { Command, InvalidArgumentError, Option } from 'commander'
import { toJson } from '../formats/json.ts'
import { placeLog } from '../formats/logs/norm-log.ts'
import { compareLog, usualCandidates } from '../services/compare-log.ts'
import type { Comparison } from '../services/rank-schedules.ts'
import { explainFailure } from './failures.ts'
import { positiveNumber, wholeNumber } from './number-flags.ts'
import { type InputName, inputNames, readLogFile } from './read-log-file.ts'
import { aligned } from './table.ts'
import { writeText } from './write-text.ts'

const formats = ['table', 'json', 'csv'] as const

interface Flags {
  candidates?: { rule: string; parameters?: Record<string, unknown> }[]
  norm?: 'l1' | 'l2'
  steps?: number
  distance?: number
  column?: string
  input?: InputName
  format?: (typeof formats)[number]
  out?: string
}

/** `taper compare`: which schedule is best on the norms in a log, with no server and no database. */
export const compareCommand = (): Command =>
  new Command('compare')
    .description('Rank learning-rate schedules on the gradient norms in a log, each at its best peak rate, by the general bound.')
    .argument('<file>', 'log of gradient norms; - is standard input')
    .option(
      '--candidates <rule...>',
      'rules to compare, with parameters as rule={"name":value} (default: all, and refined)',
      readCandidates
    )
    .addOption(new Option('--norm <norm>', 'which norm the log holds (default: l2)').choices(['l1', 'l2']))
    .option('--steps <n>', 'length of the schedules (default: what the log extends over)', wholeNumber(1))
    .option('--distance <d>', 'distance from the start to the solution, which scales rates and bounds (default: 1)', positiveNumber)
    .option('--column <name>', 'column (CSV) or field (NDJSON) of the norms')
    .addOption(new Option('--input <format>', 'format of the log (default: guessed)').choices(inputNames))
    .addOption(new Option('--format <format>', 'what to write (default: table)').choices(formats))
    .option('--out <path>', 'write there instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  taper compare gradient-norms.csv
  taper compare gradient-norms.csv --candidates refined cosine 'wsd={"cooldown":0.1}'
  taper compare metrics.csv --column grad_norm --steps 20000 --format csv --out ranking.csv`
    )
    .action(runCompare)

function readCandidates(text: string, before: Flags['candidates'] = []): NonNullable<Flags['candidates']> {
  const place = text.indexOf('=')
  if (place < 0) return [...before, ...text.split(',').map((rule) => ({ rule: rule.trim() }))]
  try {
    return [...before, { rule: text.slice(0, place), parameters: JSON.parse(text.slice(place + 1)) }]
  } catch {
    throw new InvalidArgumentError('Parameters must be JSON, as in wsd={"cooldown":0.1}.')
  }
}

async function runCompare(file: string, flags: Flags): Promise<void> {
  try {
    const { candidates = usualCandidates(), norm = 'l2', steps, distance } = flags
    const { points } = placeLog(await readLogFile(file, flags.input, flags.column))
    const comparison = await compareLog(points, candidates, {
      norm,
      ...(steps === undefined ? {} : { steps }),
      ...(distance === undefined ? {} : { distance })
    })
    await writeText(written[flags.format ?? 'table'](comparison), flags.out)
    for (const { code, detail } of comparison.warnings) process.stderr.write(`warning (${code}): ${detail}\n`)
  } catch (error) {
    const { message, exitCode } = explainFailure(error, file === '-' ? 'standard input' : file)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
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
