import { Command, Option } from 'commander'
import { conflictAnswers, type NormName, normNames, type Points, stepAt } from '../domain/gradient-norm.ts'
import { type NormLog, placeLog } from '../formats/logs/norm-log.ts'
import { explainFailure } from './failures.ts'
import { given } from './given.ts'
import { wholeNumber } from './number-flags.ts'
import { columnOption, columnsOption, inputOption, type LogFlags, logRunOption, readLogFile, stepOption } from './read-log-file.ts'
import { jsonOption, part, type Service, ServiceRefusal, serviceAt, urlOption } from './service.ts'
import { showProgress } from './show-progress.ts'
import { indented } from './table.ts'

interface Flags extends LogFlags {
  url: string
  json?: true
  norm: NormName
  startStep?: number
  stride?: number
  resumeFrom?: number
  onConflict?: string
}

interface Stored {
  received: number
  appended: number
  duplicates: number
  superseded: number
  points: number
  lastStep: number | null
}

/** Points in a request: 1 to 2 MB of JSON. */
const pieceLength = 50_000

/** `taper log`: what a file has of gradient norms, stored by the service. */
export const logCommand = (): Command =>
  new Command('log')
    .argument('<run>', 'id of the run')
    .argument('[file]', 'file of gradient norms; - for standard input', '-')
    .addOption(new Option('--norm <norm>', 'norm in the log').choices(normNames).default('l2'))
    .option('--start-step <n>', 'step of the first value, for a log without steps', wholeNumber(0))
    .option('--stride <n>', 'steps from one value to the next, for a log without steps', wholeNumber(1))
    .option('--resume-from <n>', 'training resumed from a checkpoint at this step: replace all points from it on', wholeNumber(0))
    .addOption(new Option('--on-conflict <what>', 'what to do if a step is stored with another value').choices(conflictAnswers))
    .addOption(columnOption())
    .addOption(columnsOption())
    .addOption(stepOption())
    .addOption(logRunOption())
    .addOption(inputOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  taper log resnet-50 metrics.csv --column grad_norm\n  tail -n 1000 norms.ndjson | taper log resnet-50 - --norm l1'
    )
    .action(runLog)

async function runLog(runId: string, file: string, flags: Flags): Promise<void> {
  const service = serviceAt(flags.url)
  let log: NormLog
  try {
    ;({ log } = await readLogFile(file, flags, given({ norm: flags.norm })))
    const { points } = placeLog(log, given({ startStep: flags.startStep, stride: flags.stride }))
    const stored = await store(service, runId, points, log, flags)
    if (flags.json) process.stdout.write(indented(stored))
    else {
      process.stdout.write(
        `${runId}, ${flags.norm}: ${stored.appended} stored, ${stored.duplicates} already stored, ${stored.superseded} superseded; ` +
          `${stored.points} points, up to step ${stored.lastStep}\n`
      )
    }
  } catch (error) {
    if (error instanceof ServiceRefusal) throw error
    const { message, exitCode } = explainFailure(error, file === '-' ? 'standard input' : file)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

async function store(service: Service, runId: string, { steps, values }: Points, log: NormLog, flags: Flags): Promise<Stored> {
  const path = `/v1/runs/${part(runId)}/gradient-norms`
  await service.get(`/v1/runs/${part(runId)}`).catch(async (error) => {
    if (!(error instanceof ServiceRefusal) || error.status !== 404) throw error
    await service.send('PUT', `/v1/runs/${part(runId)}`, {})
  })
  const total: Stored = { received: 0, appended: 0, duplicates: 0, superseded: 0, points: 0, lastStep: null }
  const progress = showProgress()
  for (let from = 0; from === 0 || from < values.length; from += pieceLength) {
    const part = values.subarray(from, from + pieceLength)
    const numbers = [...part].map((value) => (Number.isFinite(value) ? value : String(value)))
    // A log without steps goes on after what the run has only where it says where: the service asks for it.
    const body =
      log.steps === null && log.startStep === null && flags.startStep === undefined && values.length <= pieceLength
        ? { values: numbers, ...given({ stride: flags.stride }) }
        : { steps: Array.from(part, (_, index) => stepAt(steps, from + index)), values: numbers }
    const stored = await service.send<Stored>('POST', path, body, {
      norm: flags.norm,
      onConflict: flags.onConflict,
      // Of several requests the first takes away what was.
      resumeFrom: from === 0 ? flags.resumeFrom : undefined
    })
    for (const count of ['received', 'appended', 'duplicates', 'superseded'] as const) total[count] += stored[count]
    total.points = stored.points
    total.lastStep = stored.lastStep
    progress.update(`${total.received} of ${values.length} points`)
  }
  progress.done()
  return total
}
