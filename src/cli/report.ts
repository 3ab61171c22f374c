import { Command, Option } from 'commander'
import { explainFailure } from './failures.ts'
import { given } from './given.ts'
import { number, positiveNumber, wholeNumber } from './number-flags.ts'
import {
  columnOption,
  columnsOption,
  inputOption,
  type LogFlags,
  logRunOption,
  lossColumnOption,
  seriesMapOption,
  stepOption
} from './read-log-file.ts'
import { refinementChoices } from './refinement-choices.ts'
import { reportFile } from './report-file.ts'
import { namesRun, part, serviceAt, urlOption } from './service.ts'
import { writeText } from './write-text.ts'

interface Flags extends LogFlags {
  url: string
  norm?: 'l1' | 'l2'
  preset?: 'robust' | 'paper' | 'reference'
  steps?: number
  optimizer?: string
  totalSteps?: number
  peak?: number
  weightDecay?: number
  clipNorm?: number
  title?: string
  rateColumn?: string
  map?: string[]
  out?: string
}

/** `taper report`: everything that there is to say of a log, norms or none, with no server and no database; or of a run that a service has. */
export const reportCommand = (): Command =>
  new Command('report')
    .argument('<log>', 'file or folder of a log (- for standard input), read here; or id of a run, reported by the service')
    .option('--out <path>', 'write to this file instead of standard output')
    .addOption(new Option('--norm <norm>', 'norm to refine (default: as in a refinement)').choices(refinementChoices('norm')))
    .addOption(new Option('--preset <preset>', 'preset of the refinement (default: robust)').choices(refinementChoices('preset')))
    .option('--steps <n>', 'length of the schedule in steps (default: that of the run, else extent of the log)', wholeNumber(1))
    .option('--title <text>', 'title of the report (default: name of the file; only with a file)')
    .option('--optimizer <name>', 'optimizer of the run (only with a file)')
    .option('--total-steps <n>', 'length of the logged run in steps (only with a file)', wholeNumber(1))
    .option('--peak <rate>', 'peak learning rate of the run (default: as logged; only with a file)', positiveNumber)
    .option('--weight-decay <lambda>', 'weight decay of the run, for the warnings (only with a file)', number)
    .option('--clip-norm <norm>', 'norm that gradients were clipped to, for the warnings (only with a file)', number)
    .addOption(lossColumnOption())
    .option('--rate-column <name>', 'column or field of the learning rates (default: found by name)')
    .addOption(seriesMapOption())
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
  taper report metrics.csv --out report.html
  taper report checkpoint-500/trainer_state.json --preset paper --out report.html
  taper report resnet-50 --url http://taper.local:8080 --out report.html`
    )
    .action(runReport)

async function runReport(log: string, flags: Flags): Promise<void> {
  if (namesRun(log)) {
    const { norm, preset, steps } = flags
    const page = await serviceAt(flags.url).text(`/v1/runs/${part(log)}/report`, 'text/html', { norm, preset, steps })
    return await writeText([page], flags.out)
  }
  try {
    const { norm, preset, steps, optimizer, totalSteps, weightDecay, clipNorm, peak } = flags
    const known = given({ optimizer, totalSteps, weightDecay, clipNorm, peakLearningRate: peak })
    await writeText([await reportFile(log, { ...flags, known, options: given({ norm, preset, steps }) })], flags.out)
  } catch (error) {
    const { message, exitCode } = explainFailure(error, log === '-' ? 'standard input' : log)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}
