import { Command, InvalidArgumentError, Option } from 'commander'
import type { LearningRateAudit } from '../services/audits/audit-learning-rates.ts'
import { auditLogRates } from '../services/audits/audit-log-rates.ts'
import { explainFailure, UsageError } from './failures.ts'
import { given } from './given.ts'
import { positiveNumber, wholeNumber } from './number-flags.ts'
import { inputOption, type LogFlags, logRunOption, stepOption } from './read-log-file.ts'
import { readRates } from './read-rates.ts'
import { namesRun, serviceAt, urlOption } from './service.ts'
import { indented } from './table.ts'

interface Flags extends LogFlags {
  url: string
  json?: true
  against?: { rule: string; parameters?: Record<string, unknown> } | { scheduleId: string }
  steps?: number
  peak?: number
}

/** `taper audit`: what the learning rate of a log really was, with no server and no database; or that of a run that a service has. */
export const auditCommand = (): Command =>
  new Command('audit')
    .argument('<log>', 'file with learning rates (- for standard input), audited here; or id of a run, audited by the service')
    .option(
      '--against <schedule>',
      'what was meant: a rule, its parameters as rule={"name":value}; of a run also the id of a schedule (default: that of the run)',
      readAgainst
    )
    .option('--steps <n>', 'length of the rule in steps (default: total steps of the run, else extent of the log)', wholeNumber(1))
    .option('--peak <rate>', 'peak learning rate that was meant (default: that of the schedule or run)', positiveNumber)
    .option('--json', 'write JSON, like POST /v1/audits')
    .addOption(new Option('--column <name>', 'column, field or tag of the learning rates (default: found by name)'))
    .addOption(stepOption())
    .addOption(logRunOption())
    .addOption(inputOption())
    .addOption(urlOption())
    .addHelpText(
      'after',
      `
Examples:
  taper audit trainer_state.json --against 'warmup={"length":500}' --peak 3e-4
  taper audit metrics.csv --against 'wsd={"cooldown":0.2}' --steps 20000 --json
  taper audit metrics.csv
  taper audit resnet-50 --url http://taper.local:8080`
    )
    .action(runAudit)

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function readAgainst(text: string): NonNullable<Flags['against']> {
  const place = text.indexOf('=')
  if (place < 0) return uuid.test(text) ? { scheduleId: text } : { rule: text }
  try {
    return { rule: text.slice(0, place), parameters: JSON.parse(text.slice(place + 1)) as Record<string, unknown> }
  } catch {
    throw new InvalidArgumentError('Parameters must be JSON, e.g. wsd={"cooldown":0.1}.')
  }
}

async function runAudit(file: string, flags: Flags): Promise<void> {
  const isThere = namesRun(file)
  try {
    const audit = await (isThere ? auditThere(file, flags) : auditHere(file, flags))
    process.stdout.write(flags.json ? indented(audit) : page(audit))
  } catch (error) {
    if (isThere) throw error
    const { message, exitCode } = explainFailure(error, file === '-' ? 'standard input' : file)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

async function auditHere(file: string, flags: Flags): Promise<LearningRateAudit> {
  const { against, steps, peak } = flags
  if (against !== undefined && 'scheduleId' in against)
    throw new UsageError('--against with the id of a schedule needs the id of a run, not a file.')
  if (against === undefined && (steps ?? peak) !== undefined)
    throw new UsageError('--steps and --peak need --against, the rule that was meant.')
  const { points, facts } = await readRates(file, flags)
  return auditLogRates(points, given({ against, steps, peakLearningRate: peak, totalSteps: facts.totalSteps }))
}

const auditThere = async (runId: string, { url, against, steps, peak }: Flags): Promise<LearningRateAudit> =>
  await serviceAt(url).send('POST', '/v1/audits', { learningRates: { runId }, ...given({ against, steps, peakLearningRate: peak }) })

const short = (value: number): string => String(Number(value.toPrecision(4)))

function page({ follows, findings, nearest, against }: LearningRateAudit): string {
  const meant =
    against === null
      ? null
      : `${against.rule} over ${against.steps} steps${against.peakLearningRate === null ? '' : `, peak ${short(against.peakLearningRate)}`}`
  const verdict =
    meant === null
      ? 'Nothing was meant: name a rule with --against.'
      : follows
        ? `The rates follow ${meant}.`
        : `The rates do not follow ${meant}.`
  const like =
    nearest === null
      ? 'Every rate is 0.'
      : `Nearest rule: ${nearest.rule} ${JSON.stringify(nearest.parameters)}, peak ${short(nearest.peakLearningRate)} (r² ${nearest.r2.toFixed(4)}, largest error ${short(nearest.maxError)} of the peak).`
  const told = findings.map(({ code, fromStep, toStep, detail, fix }) => `${code}, steps ${fromStep} to ${toStep}: ${detail}\n  ${fix}`)
  return `${[verdict, ...told, like].join('\n\n')}\n`
}
