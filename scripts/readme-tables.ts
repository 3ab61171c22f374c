/**
 * Writes the parts of README.md that come from registries and from the report of the evaluation, between `<!-- <name>: … -->` and `<!-- end -->`. With `--check` it writes
 * nothing, and fails where the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConfigSchema, type Variable, variablesOf } from '../src/config.ts'
import { exportTargets } from '../src/formats/exports/index.ts'
import { scheduleRules } from '../src/schedules/index.ts'

/** A row for each rule: its parameters with defaults, its first and last multiplier. */
export function rulesTable(rules = scheduleRules): string {
  const rows = rules.map(({ name, title, parameters, first, last }) => {
    const defaults = Object.entries(parameters.properties as Record<string, { default?: unknown }>)
      .filter(([, schema]) => schema.default !== undefined)
      .map(([parameter, schema]) => `\`${parameter}\` (${valueText(schema.default)})`)
    return `| \`${name}\` | ${title} | ${defaults.join(', ')} | ${first} | ${last} |`
  })
  return ['| rule | | parameters (defaults) | first | last |', '|---|---|---|---|---|', ...rows].join('\n')
}

const valueText = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    return value.map((one) => (typeof one === 'number' ? String(one) : `${one.multiplier} at ${one.at}`)).join(', ')
  }
  return `\`${(value as { rule: string }).rule}\``
}

const mebibyte = 2 ** 20

/** A row for each variable of the configuration: its default, and what it is for. */
export function variablesTable(variables = variablesOf(ConfigSchema)): string {
  const rows = Object.entries(variables).map(([name, variable]) => `| \`${name}\` | ${defaultText(variable)} | ${variable.purpose} |`)
  return ['| variable | default | |', '|---|---|---|', ...rows].join('\n')
}

const defaultText = ({ default: value }: Variable): string => {
  if (value === undefined) return ''
  return typeof value === 'number' && value % mebibyte === 0 && value > 0 ? `${value / mebibyte} MiB` : `\`${value}\``
}

/** The names of the targets. */
export const targetList = (targets = exportTargets): string => `${targets.map(({ name }) => `\`${name}\``).join(', ')}.`

/** The result of the evaluation in short, as its report has it. @throws Error where the report has none */
export function evaluationTable(report = readFileSync('evaluation/report.md', 'utf8')): string {
  const table = /<!-- summary -->\n\n([\s\S]*?)\n\n<!-- end -->/.exec(report)?.[1]
  if (table === undefined) throw new Error('evaluation/report.md has no <!-- summary -->: run npm run evaluate.')
  return table
}

const parts: Readonly<Record<string, () => string>> = {
  rules: rulesTable,
  variables: variablesTable,
  'export targets': targetList,
  evaluation: evaluationTable
}

/** The README with each part in its place. @throws Error where a part has no place */
export function withTables(readme: string): string {
  let text = readme
  for (const [name, part] of Object.entries(parts)) {
    const place = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[^]*?(<!-- end -->)`)
    if (!place.test(text)) throw new Error(`README.md has no <!-- ${name}: … -->.`)
    const isTable = part().startsWith('|')
    text = text.replace(place, (_, start: string, end: string) => (isTable ? `${start}\n${part()}\n\n${end}` : `${start}${part()}\n${end}`))
  }
  return text
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = readFileSync('README.md', 'utf8')
  const written = withTables(readme)
  if (!process.argv.includes('--check')) writeFileSync('README.md', written)
  else if (written !== readme) {
    process.stderr.write('README.md is not what the registries say: run npm run readme, and commit it.\n')
    process.exitCode = 1
  }
}
