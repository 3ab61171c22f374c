import { Command, Option } from 'commander'
import type { RefinementOptions } from '../refinement/options.ts'
import type { RefinementReport } from '../refinement/report.ts'
import { refineLog } from '../services/refinement/refine-log.ts'
import { explainFailure, inFlags } from './failures.ts'
import { given } from './given.ts'
import { readFileNorms } from './logged-norms.ts'
import { number, wholeNumber } from './number-flags.ts'
import { columnOption, columnsOption, inputOption, type LogFlags, logRunOption, lossColumnOption, stepOption } from './read-log-file.ts'
import { refinementChoices } from './refinement-choices.ts'
import { type OutputName, outputNames, outputs } from './refinement-output.ts'
import { type StoredSchedule, writeSchedule } from './schedule.ts'
import { namesRun, part, serviceAt, urlOption } from './service.ts'
import { indented } from './table.ts'
import { writeText } from './write-text.ts'

interface Flags extends LogFlags {
  url: string
  json?: true
  name?: string
  norm?: 'l1' | 'l2'
  preset?: 'robust' | 'paper' | 'reference'
  weighting?: 'auto' | 'inverse-square' | 'inverse'
  window?: number
  method?: 'closed-form' | 'numeric'
  steps?: number
  totalSteps?: number
  trimStart?: number
  trimEnd?: number
  warmupFloor?: number
  ramp?: number
  normFloor?: number
  deadBand?: number
  scaleBy?: 'none' | 'weight-norm'
  final?: number
  loss?: 'auto' | 'none'
  optimizer?: string
  weightDecay?: number
  clipNorm?: number
  format?: OutputName
  out?: string
}

/** `taper refine`: a schedule from a log, with no server and no database; or from a run that a service has. */
export const refineCommand = (): Command =>
  new Command('refine')
    .argument('<log>', 'file of gradient norms (- for standard input), refined here; or id of a run, refined and stored by the service')
    .addOption(new Option('--norm <norm>', 'norm in the log (default: as its column says, else l2)').choices(refinementChoices('norm')))
    .addOption(
      new Option(
        '--preset <preset>',
        'robust: norms and losses; paper: the text of the paper; reference: the script of its authors (default: robust)'
      ).choices(refinementChoices('preset'))
    )
    .addOption(
      new Option('--weighting <weighting>', 'weight of a step (default: auto, inverse-square for l2, inverse for l1)').choices(
        refinementChoices('weighting')
      )
    )
    .option('--window <fraction>', 'width of the median filter, 0 to 1 (default: 0.1; 0 turns it off)', number)
    .addOption(
      new Option('--method <method>', 'theorem of the paper, or least general bound (default: closed-form)').choices(
        refinementChoices('method')
      )
    )
    .option('--steps <n>', 'length of the schedule in steps (default: --total-steps, else extent of the log)', wholeNumber(1))
    .option('--total-steps <n>', 'length of the logged run in steps', wholeNumber(1))
    .option('--trim-start <n>', 'points to drop at the start', wholeNumber(0))
    .option('--trim-end <n>', 'points to drop at the end', wholeNumber(0))
    .option('--warmup-floor <fraction>', 'smallest multiplier before the peak, 0 to 1', number)
    .option('--ramp <fraction>', 'linear warm-up that the schedule is multiplied by (default: 0.05 with preset robust, else 0)', number)
    .option('--norm-floor <share>', 'raise filtered norms to this share of their median, 0 to 2 (default: 0)', number)
    .option('--dead-band <factor>', 'norms that change by less change nothing (default: 1.25; preset robust only)', number)
    .addOption(
      new Option('--scale-by <series>', 'multiply norms by those of the weights (default: none)').choices(refinementChoices('scaleBy'))
    )
    .option('--final <multiplier>', 'multiplier that the schedule falls to, below 1 (default: 0)', number)
    .addOption(
      new Option('--loss <use>', 'read losses where the log has them, or not (default: auto; preset robust only)').choices(
        refinementChoices('loss')
      )
    )
    .option('--optimizer <name>', 'optimizer of the run: of two norms an adaptive one takes l1; for the warnings (only with a file)')
    .option('--weight-decay <lambda>', 'weight decay of the run, for the warnings (only with a file)', number)
    .option('--clip-norm <norm>', 'norm that gradients were clipped to, for the warnings (only with a file)', number)
    .addOption(new Option('--format <format>', 'output format (default: chart on a terminal, else csv)').choices(outputNames))
    .option('--out <path>', 'write to this file instead of standard output')
    .option('--name <name>', 'name of the stored schedule (only with a run)')
    .option('--json', 'write the JSON answer of the service (only with a run)')
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
  taper refine gradient-norms.csv
  taper refine gradient-norms.csv --preset paper
  taper refine metrics.csv --column grad_norm --steps 20000 --format csv --out schedule.csv
  zcat norms.ndjson.gz | taper refine - --norm l1 --optimizer adamw --format json
  taper refine resnet-50 --url http://taper.local:8080 --format csv`
    )
    .action(runRefine)

async function runRefine(file: string, flags: Flags): Promise<void> {
  if (namesRun(file)) return refineThere(file, flags)
  try {
    const { norm, points, run, columns } = await readFileNorms(file, flags)
    const refinement = refineLog(points, { ...optionsOf(flags), norm }, run, columns)
    const format = flags.format ?? (flags.out === undefined && process.stdout.isTTY ? 'chart' : 'csv')
    await writeText(outputs[format](refinement, { points, norm, columns, toTerminal: flags.out === undefined }), flags.out)
    if (flags.norm === undefined && norm === 'l2' && namesL1(file)) {
      process.stderr.write('hint: the name suggests l1 norms, but they were refined as l2. Use --norm l1 if they are l1.\n')
    }
    tell(refinement.report)
  } catch (error) {
    const { message, exitCode } = explainFailure(error, file === '-' ? 'standard input' : file)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

async function refineThere(run: string, flags: Flags): Promise<void> {
  const service = serviceAt(flags.url)
  const { name } = flags
  const schedule = await service.send<StoredSchedule & { report: Told }>('POST', `/v1/runs/${part(run)}/schedules`, {
    ...optionsOf(flags),
    ...(name === undefined ? {} : { name })
  })
  if (flags.json) process.stdout.write(indented(schedule))
  else {
    process.stderr.write(`schedule ${schedule.id}\n`)
    await writeSchedule(service, schedule, flags)
  }
  tell(schedule.report)
}

/** The advice, then the warnings, then what the losses did or would add. */
function tell({ advice, warnings, losses }: Told): void {
  process.stderr.write(`advice (${advice.verdict}): ${inFlags(advice.detail)}\n`)
  for (const { code, detail } of warnings) process.stderr.write(`warning (${code}): ${inFlags(detail)}\n`)
  process.stderr.write(`losses: ${inFlags(losses.detail)}\n`)
}

/** What of a report is said beside a schedule. */
type Told = Pick<RefinementReport, 'advice' | 'warnings' | 'losses'>

/** Whether a name says l1 as a word of its own, as gnorm_l1 does and model1 does not. */
const namesL1 = (name: string): boolean => /(?:^|[^a-z])l1(?!\d)/i.test(name)

function optionsOf({ trimStart, trimEnd, ...flags }: Flags): RefinementOptions {
  const { norm, preset, weighting, window, method, steps, warmupFloor, ramp, normFloor, deadBand, scaleBy, final, loss } = flags
  const trim = given({ start: trimStart, end: trimEnd })
  const options = given({
    ...{ norm, preset, weighting, window, method, steps },
    ...{ warmupFloor, ramp, normFloor, deadBand, scaleBy, final, loss }
  })
  return Object.keys(trim).length > 0 ? { ...options, trim } : options
}
