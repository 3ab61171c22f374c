import { Command, Option } from 'commander'
import { conflictAnswers } from '../domain/gradient-norm.ts'
import type { ImportReceipt } from '../domain/import.ts'
import { explainFailure } from './failures.ts'
import { type FileToSend, filesToSend, sizeOf } from './files-to-send.ts'
import { importText } from './import-output.ts'
import { multipartOf, piecesOf } from './multipart-body.ts'
import { inputOption, seriesMapOption } from './read-log-file.ts'
import { jsonOption, type Query, type Service, ServiceRefusal, serviceAt, urlOption } from './service.ts'
import { indented } from './table.ts'

interface Flags {
  url: string
  json?: true
  dryRun?: true
  runId?: string
  run?: string
  map: string[]
  input?: string
  step?: string
  onConflict?: string
}

/** `taper import`: logs as they lie on the disk, stored by the service with all their series. */
export const importCommand = (): Command =>
  new Command('import')
    .argument('<path...>', 'files and folders of logs; - for standard input')
    .option('--dry-run', 'show what would be stored, and store nothing')
    .option('--run-id <id>', 'run that all goes to (default: as the log calls its runs)')
    .option('--run <name>', 'run in the log, where it holds several (default: all)')
    .addOption(seriesMapOption())
    .option('--step <name>', 'column or field of the steps (default: found by name)')
    .addOption(inputOption())
    .addOption(new Option('--on-conflict <what>', 'what to do if a step is stored with another value').choices(conflictAnswers))
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  taper import trainer_state.json --run-id llama-ft
  taper import runs/ --dry-run
  taper import metrics.csv --map l2=gnorm --map loss=train/ce
  kubectl logs job/train | taper import - --run-id train`
    )
    .action(runImport)

async function runImport(paths: string[], flags: Flags): Promise<void> {
  const service = serviceAt(flags.url)
  const label = paths.length === 1 ? (paths[0] === '-' ? 'standard input' : (paths[0] as string)) : `${paths.length} paths`
  try {
    const requests = await filesToSend(paths)
    const receipts: ImportReceipt[] = []
    for (const files of requests) receipts.push(await send(service, files, flags))
    if (flags.json) process.stdout.write(indented(receipts.length === 1 ? receipts[0] : receipts))
    else process.stdout.write(receipts.map((receipt) => importText(receipt, flags.dryRun === true)).join('\n'))
  } catch (error) {
    if (error instanceof ServiceRefusal) throw error
    const { message, exitCode } = explainFailure(error, label)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

async function send(service: Service, files: readonly FileToSend[], flags: Flags): Promise<ImportReceipt> {
  const { dryRun, runId, run, map, input, step, onConflict } = flags
  const query: Query = { ...(dryRun && { dryRun: 'true' }), runId, run, input, step, onConflict, map }
  const total = sizeOf(files)
  // What a key may not do is better heard of before gigabytes are on their way.
  if (total > largeBytes) await service.get('/v1/whoami')
  const [only] = files
  if (files.length === 1 && only !== undefined && !only.name.includes('/')) {
    return await service.upload('/v1/imports', 'application/octet-stream', piecesOf([only], total), {
      ...query,
      filename: only.name === '' ? undefined : only.name
    })
  }
  const { contentType, bytes } = multipartOf(files, total)
  return await service.upload('/v1/imports', contentType, bytes, query)
}

const largeBytes = 8 * 2 ** 20
