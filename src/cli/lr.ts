import { Command } from 'commander'
import { UsageError } from './failures.ts'
import { number, wholeNumber } from './number-flags.ts'
import { newestScheduleOf } from './schedule.ts'
import { jsonOption, part, serviceAt, urlOption } from './service.ts'
import { indented } from './table.ts'

interface Flags {
  url: string
  json?: true
  run?: true
  peak?: number
  multiplier?: true
}

/** `taper lr`: the learning rate of one step. */
export const lrCommand = (): Command =>
  new Command('lr')
    .argument('<schedule>', 'id of a schedule; with --run, id of a run, for its newest schedule')
    .argument('<step>', 'optimizer step, from 0', wholeNumber(0))
    .option('--run', 'the first argument is the id of a run')
    .option('--peak <rate>', "learning rate at multiplier 1 (default: the schedule's own)", number)
    .option('--multiplier', 'write the multiplier instead of the learning rate')
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  taper lr 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81 1200 --peak 3e-4\n  taper lr resnet-50 0 --run')
    .action(async (id: string, step: number, flags: Flags) => {
      const service = serviceAt(flags.url)
      const schedule = flags.run ? (await newestScheduleOf(service, id)).id : id
      const found = await service.get<{ multiplier: number; learningRate?: number }>(
        `/v1/schedules/${part(schedule)}/multipliers/${step}`,
        {
          peakLearningRate: flags.peak
        }
      )
      if (flags.json) process.stdout.write(indented(found))
      else if (flags.multiplier) process.stdout.write(`${found.multiplier}\n`)
      else if (found.learningRate !== undefined) process.stdout.write(`${found.learningRate}\n`)
      else throw new UsageError('the schedule has no peak learning rate. Set --peak, or use --multiplier.')
    })
