import { Command, Option } from 'commander'
import { horizonMethods } from '../domain/schedule.ts'
import { given } from './given.ts'
import { number, positiveNumber } from './number-flags.ts'
import { type StoredSchedule, writeSchedule } from './schedule.ts'
import { type OutputName, outputNames } from './schedule-output.ts'
import { jsonOption, part, serviceAt, urlOption } from './service.ts'
import { indented } from './table.ts'
import { type UnitFlags, unitQueryOf, withUnitOptions } from './unit-options.ts'

interface Flags extends UnitFlags {
  url: string
  json?: true
  steps: number
  fromStep?: number
  method?: string
  format?: OutputName
  out?: string
}

interface Extended extends StoredSchedule {
  report?: { warnings?: { code: string; detail: string }[] }
}

/** `taper extend`: another length for a schedule of a service. */
export const extendCommand = (): Command =>
  withUnitOptions(
    new Command('extend')
      .argument('<schedule>', 'id of a schedule')
      .requiredOption('--steps <n>', 'new length of the whole run', positiveNumber)
      .option('--from-step <n>', 'first step still to come; the length of the schedule goes on after its end', number)
      .addOption(new Option('--method <method>', 'how to go on (default: as fits the schedule)').choices(horizonMethods))
  )
    .addOption(new Option('--format <format>', 'output format (default: chart on a terminal, else csv)').choices(outputNames))
    .option('--out <path>', 'write to this file instead of standard output')
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  taper extend 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81 --steps 40000
  taper extend 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81 --steps 40000 --from-step 20000 --method rewarm --format csv`
    )
    .action(async (id: string, flags: Flags) => {
      const service = serviceAt(flags.url)
      const { steps, fromStep, method } = flags
      const body = { steps, ...given({ fromStep, method }) }
      const schedule = await service.send<Extended>('POST', `/v1/schedules/${part(id)}/horizons`, body, unitQueryOf(flags))
      for (const { code, detail } of schedule.report?.warnings ?? []) process.stderr.write(`warning (${code}): ${detail}\n`)
      process.stderr.write(`schedule ${schedule.id}\n`)
      if (flags.json) process.stdout.write(indented(schedule))
      else await writeSchedule(service, schedule, flags)
    })
