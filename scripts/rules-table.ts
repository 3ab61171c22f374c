import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { scheduleRules } from '../src/schedules/index.ts'

/** The table of schedule rules in the README, from the registry. */
export function rulesTable(): string {
  const rows = scheduleRules.map(({ name, title, parameters, first, last }) => {
    const defaults = Object.entries(parameters.properties as Record<string, { default: unknown }>).map(
      ([parameter, schema]) => `\`${parameter}\` (${valueText(schema.default)})`
    )
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

/** The README with the table in its place. */
export const withTable = (readme: string): string => readme.replace(/\| rule \|.*\n\|---(?:.*\n)+?(?=\n)/, () => `${rulesTable()}\n`)

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync('README.md', withTable(readFileSync('README.md', 'utf8')))
