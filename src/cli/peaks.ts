import { Command, InvalidArgumentError, Option } from 'commander'
import { type FoundPeak, peakOfTried, type TriedPeak } from '../services/peaks/find-best-peak.ts'
import { UsageError } from './failures.ts'
import { given } from './given.ts'
import { positiveNumber, wholeNumber } from './number-flags.ts'
import { jsonOption, serviceAt, urlOption } from './service.ts'
import { aligned, indented } from './table.ts'

interface Flags {
  url: string
  json?: true
  noise?: number
  steps?: number
  runSteps?: number
  loss?: 'loss' | 'eval-loss'
}

/** `taper peaks`: the best peak learning rate of runs with different ones, here or by the service that has the runs. */
export const peaksCommand = (): Command =>
  new Command('peaks')
    .argument('<runs...>', 'a peak and its final loss as 3e-4=3.25 (or =nan: it diverged), or ids of runs of the service')
    .option('--noise <sd>', 'standard deviation of the final loss over seeds (default: found from more than three runs)', positiveNumber)
    .option('--run-steps <n>', 'length of the runs in steps', wholeNumber(1))
    .option('--steps <n>', 'another length to carry the peak over to', wholeNumber(1))
    .addOption(new Option('--loss <series>', 'which losses of runs by id (default: eval-loss, else loss)').choices(['loss', 'eval-loss']))
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  taper peaks 1e-4=3.31 3e-4=3.25 1e-3=3.29 --noise 0.005
  taper peaks 1e-4=3.31 2e-4=3.27 4e-4=3.26 8e-4=3.28 3e-3=nan --run-steps 10000 --steps 40000
  taper peaks peak-1e-4 peak-3e-4 peak-1e-3`
    )
    .action(runPeaks)

async function runPeaks(texts: string[], flags: Flags): Promise<void> {
  const said = texts.filter((text) => text.includes('='))
  if (said.length > 0 && said.length < texts.length) throw new UsageError('give either peaks with their losses, or ids of runs.')
  const { noise, steps, runSteps, loss } = flags
  if (said.length > 0 && loss !== undefined) throw new UsageError('--loss needs ids of runs.')
  const found =
    said.length > 0
      ? peakOfTried(
          said.map((text) => ({ ...triedOf(text), ...given({ steps: runSteps }) })),
          given({ noise, steps })
        )
      : await serviceAt(flags.url).send<FoundPeak>('POST', '/v1/peaks', {
          runs: texts.map((runId) => ({ runId, ...given({ steps: runSteps }) })),
          ...given({ noise, steps, loss })
        })
  for (const { code, detail } of found.warnings) process.stderr.write(`warning (${code}): ${detail}\n`)
  process.stdout.write(flags.json ? indented(found) : page(found))
}

function triedOf(text: string): TriedPeak {
  const [peak = '', loss = ''] = text.split('=')
  const [peakLearningRate, finalLoss] = [Number(peak), /^[-+]?(?:nan|inf(?:inity)?)$/i.test(loss) ? Number.NaN : Number(loss)]
  const isDiverged = /nan|inf/i.test(loss)
  if (!(peakLearningRate > 0) || loss === '' || (Number.isNaN(finalLoss) && !isDiverged)) {
    throw new InvalidArgumentError(`${text} must be a peak above 0 and a loss, as 3e-4=3.25.`)
  }
  return { peakLearningRate, finalLoss }
}

const short = (value: number): string => String(Number(value.toPrecision(3)))

function page({ runs, detail, best, horizon, try: next }: FoundPeak): string {
  const rows = [...runs]
    .sort((a, b) => a.peakLearningRate - b.peakLearningRate)
    .map(({ runId, peakLearningRate, finalLoss }) => [String(peakLearningRate), String(finalLoss), runId ?? ''])
  const over =
    horizon === null
      ? ''
      : `Over ${horizon.steps} steps instead of ${horizon.fromSteps}: between ${short(horizon.low)} (T^-1/2, theory) and ${short(horizon.high)} (T^-0.32, measured).\n`
  const more = best === null ? `Next: ${next.map(short).join(', ')}.\n` : ''
  return `${aligned([['PEAK', 'FINAL LOSS', 'RUN'], ...rows])}\n${detail}\n${over}${more}`
}
