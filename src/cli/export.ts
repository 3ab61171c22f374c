import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { UsageError } from './failures.ts'
import { number, wholeNumber } from './number-flags.ts'
import { part, serviceAt, urlOption } from './service.ts'
import { aligned } from './table.ts'

interface Flags {
  url: string
  out?: string
  form?: string
  tolerance?: number
  peak?: number
  batchSize?: number
  maximumBatchSize?: number
  checkpoints?: string
}

interface Target {
  name: string
  title: string
  fileName: string
}

/** `taper export`: a schedule of a service as code or settings, as a batch ramp or as weights of a merge. */
export const exportCommand = (): Command =>
  new Command('export')
    .argument('<schedule>', 'id of a schedule')
    .argument('[target]', 'what to export it to; without it, list the targets')
    .option('--out <path>', 'write to this file instead of standard output')
    .option('--form <form>', 'segments or dense (default: the shorter one)')
    .option('--tolerance <error>', 'largest error of a multiplier that is accepted', number)
    .option('--peak <rate>', "learning rate at multiplier 1 (default: the schedule's own)", number)
    .option('--batch-size <n>', 'batch-ramp: samples of a step of the schedule', wholeNumber(1))
    .option('--maximum-batch-size <n>', 'batch-ramp: the largest batch (default: 16 times --batch-size)', wholeNumber(1))
    .option('--checkpoints <steps>', 'merge-weights: steps of the checkpoints that there are, separated by commas')
    .addOption(urlOption())
    .addHelpText(
      'after',
      `
Examples:
  taper export 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81 transformers --out taper_schedule.py
  taper export 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81 batch-ramp --batch-size 512 --maximum-batch-size 4096
  taper export 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81 merge-weights --checkpoints 16000,17000,18000,19000,20000`
    )
    .action(async (id: string, target: string | undefined, flags: Flags) => {
      const service = serviceAt(flags.url)
      if (target === undefined) {
        const { items } = await service.get<{ items: Target[] }>(`/v1/schedules/${part(id)}/exports`)
        process.stdout.write(aligned([['TARGET', 'FILE', 'WHAT'], ...items.map(({ name, fileName, title }) => [name, fileName, title])]))
        return
      }
      const { form, tolerance, peak: peakLearningRate, batchSize, maximumBatchSize, checkpoints } = flags
      const query = { form, tolerance, peakLearningRate, batchSize, maximumBatchSize, checkpoints }
      const bytes = await service.bytes(`/v1/schedules/${part(id)}/exports/${part(target)}`, query)
      await writeBytes(bytes, flags.out)
    })

async function writeBytes(bytes: Uint8Array, path: string | undefined): Promise<void> {
  try {
    if (path === undefined) await pipeline(Readable.from([bytes]), process.stdout, { end: false })
    else await pipeline(Readable.from([bytes]), createWriteStream(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EPIPE') return
    throw path === undefined ? error : new UsageError(`cannot write ${path}: ${message}`)
  }
}
