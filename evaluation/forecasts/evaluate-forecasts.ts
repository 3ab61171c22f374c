/**
 * Writes the part of the report on forecasts alone, in seconds: npm run evaluate:forecasts [-- --loss-curves <folder>] [-- --check].
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { withForecasts } from './forecasts-part.ts'
import { measureForecasts } from './measure.ts'
import { ownFamilies, publishedFamilies } from './read-curves.ts'
import { forecastsText, judgeForecasts } from './report.ts'

const { values } = parseArgs({ options: { 'loss-curves': { type: 'string' }, check: { type: 'boolean', default: false } } })
const folder = values['loss-curves'] ?? process.env.TAPER_LOSS_CURVES
const here = measureForecasts('here', ownFamilies())
const published = folder === undefined ? null : measureForecasts('published', publishedFamilies(folder))
const gates = judgeForecasts(here)
for (const { name, met, measured, limit } of gates)
  process.stdout.write(`${met ? 'met    ' : 'NOT MET'}  ${name}: ${measured} (${limit})\n`)
if (!values.check) {
  const report = fileURLToPath(new URL('../report.md', import.meta.url))
  writeFileSync(report, withForecasts(readFileSync(report, 'utf8'), forecastsText(here, published, gates)))
}
if (values.check && gates.some(({ met }) => !met)) process.exitCode = 1
