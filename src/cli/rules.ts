import { Command, InvalidArgumentError, Option } from 'commander'
import { Problem } from '../domain/problems.ts'
import { toJson } from '../formats/json.ts'
import { multipliersOf } from '../schedules/index.ts'
import { listScheduleRules, type ScheduleRuleEntry } from '../services/schedules/schedule-rule-catalogue.ts'
import { describeScheduleRule, type ScheduleRulePage } from '../services/schedules/schedule-rule-page.ts'
import { UsageError } from './failures.ts'
import { multiplierChart, multipliersAsCsv, multipliersAsJson } from './multiplier-output.ts'
import { positiveNumber } from './number-flags.ts'
import { type ParametersSchema, parameterRows } from './parameter-table.ts'
import { aligned, indented } from './table.ts'
import { terminalOf } from './terminal.ts'
import { lengthInSteps, type UnitFlags, withUnitOptions } from './unit-options.ts'
import { writeText } from './write-text.ts'

const formats = ['csv', 'json', 'chart'] as const

interface Flags extends UnitFlags {
  json?: boolean
  steps?: number
  param: Record<string, unknown>
  format?: (typeof formats)[number]
  out?: string
}

/** `taper rules`: the catalogue, the page of one rule, and its multipliers, with no server and no database. */
export const rulesCommand = (): Command =>
  withUnitOptions(
    new Command('rules')
      .argument('[name]', 'name of a rule')
      .option('--json', 'write JSON, like GET /v1/schedule-rules')
      .option('--steps <n>', 'write the multipliers of a schedule of this length', positiveNumber)
  )
    .option('--param <name=value>', 'parameter of the rule, as JSON or a word; may be repeated', readParameter, {})
    .addOption(new Option('--format <format>', 'output format (default: chart on a terminal, else csv)').choices(formats))
    .option('--out <path>', 'write to this file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  taper rules
  taper rules wsd
  taper rules cosine --steps 1000 --param final=0.1
  taper rules linear --steps 3 --unit epochs --batch-size 32 --dataset-size 50000
  taper rules warmup --steps 20000 --param length=500 --param 'of={"rule":"wsd"}' --format csv --out schedule.csv`
    )
    .action(runRules)

async function runRules(name: string | undefined, flags: Flags): Promise<void> {
  if (flags.steps !== undefined) return await writeMultipliers(name, lengthInSteps(flags.steps, flags), flags)
  const stray =
    Object.keys(flags.param).length > 0
      ? '--param'
      : flags.format !== undefined
        ? '--format'
        : flags.unit !== undefined
          ? '--unit'
          : flags.out && '--out'
  if (stray) throw new UsageError(`${stray} needs --steps, the number of multipliers.`)
  const found = name === undefined ? listScheduleRules() : oneNamed(name)
  process.stdout.write(flags.json ? indented(found) : 'length' in found ? table(found) : page(found))
}

function readParameter(text: string, before: Record<string, unknown>): Record<string, unknown> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be name=value.')
  return Object.fromEntries([...Object.entries(before), [name, jsonOrWord(value)]])
}

function jsonOrWord(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function writeMultipliers(name: string | undefined, steps: number, { param, json, format, out }: Flags): Promise<void> {
  if (name === undefined) throw new UsageError('name a rule. `taper rules` lists them all.')
  const { multipliers, parameters } = multipliersOf({ rule: name, parameters: param }, steps)
  const chosen = format ?? (json ? 'json' : out === undefined && process.stdout.isTTY ? 'chart' : 'csv')
  await writeText(written[chosen](name, parameters, multipliers, out === undefined), out)
}

type Writer = (name: string, parameters: object, multipliers: Float64Array, toTerminal: boolean) => Iterable<string>

const written: Record<(typeof formats)[number], Writer> = {
  csv: (_name, _parameters, multipliers) => multipliersAsCsv(multipliers),
  *json(rule, parameters, multipliers) {
    yield `{"rule":${toJson(rule)},"parameters":${toJson(parameters)},"steps":${multipliers.length},"multipliers":[`
    yield* multipliersAsJson(multipliers)
    yield ']}\n'
  },
  *chart(rule, parameters, multipliers, toTerminal) {
    const title = Object.keys(parameters).length === 0 ? rule : `${rule} ${toJson(parameters)}`
    yield `\n${multiplierChart(title, multipliers, terminalOf(toTerminal)).join('\n')}\n\n`
  }
}

function oneNamed(name: string): ScheduleRulePage {
  try {
    return describeScheduleRule(name)
  } catch (error) {
    if (error instanceof Problem) throw new UsageError(`${error.detail} \`taper rules\` lists them all.`)
    throw error
  }
}

function table(entries: readonly ScheduleRuleEntry[]): string {
  const rows = entries.map(({ name, title, parameters, elsewhere }) => [
    name,
    title,
    Object.keys((parameters as { properties: object }).properties).join(', '),
    elsewhere.pytorch ?? '',
    elsewhere.transformers ?? '',
    elsewhere.optax ?? ''
  ])
  return aligned([['NAME', 'TITLE', 'PARAMETERS', 'PYTORCH', 'TRANSFORMERS', 'OPTAX'], ...rows])
}

function page(rule: ScheduleRulePage): string {
  const { name, title, source, parameters, first, last, elsewhere, offByOne, formula } = rule
  const { authors, title: paper, year, arxiv, venue, algorithm, code } = source
  const place = [arxiv && `arXiv:${arxiv}`, venue, algorithm].filter(Boolean).join(', ')
  const rows = parameterRows(parameters as ParametersSchema)
  const names = Object.entries({ PyTorch: elsewhere.pytorch, Transformers: elsewhere.transformers, optax: elsewhere.optax })
  const known = names.flatMap(([library, theirs]) => (theirs === null ? [] : [`${library}: ${theirs}`]))
  const sections = [
    `${title} (${name})`,
    `${authors}, ${paper}, ${year}${place === '' ? '' : `, ${place}`}.${code === undefined ? '' : `\nFollows ${code}.`}`,
    ...(formula === null ? [] : [formula]),
    `First: ${first}. Last: ${last}.\n${offByOne}`,
    `Parameters\n${rows.length === 0 ? '  none' : aligned(rows, '  ')}`.trimEnd(),
    ...(known.length === 0 ? [] : [`Elsewhere\n  ${known.join('\n  ')}`])
  ]
  return `${sections.join('\n\n')}\n`
}
