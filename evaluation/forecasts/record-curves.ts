/**
 * Trains the models of curves.ts and writes their loss curves to curves/: npm run evaluate:curves [-- --only <text>] [-- --fresh].
 * What is there is kept, so it can be stopped and goes on. About half an hour on one core. Progress goes to stderr.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ownEnvironment, startServiceProcess } from '../../scripts/service-process.ts'
import { connect } from '../service/taper.ts'
import { type CurveSchedule, type CurveSet, curveFile, curveSchedules, curveSets } from './curves.ts'
import { readText } from './training/text.ts'
import { trainCurve } from './training/train-curve.ts'

/** Steps whose losses a row of a file is the mean of; its step and its learning rate are those of the middle. */
const block = 20
const digits = 5
const seed = 1

const root = fileURLToPath(new URL('../..', import.meta.url))

function curveText(rates: Float64Array, losses: Float64Array): string {
  const rows = ['step,learning_rate,loss']
  for (let from = 0; from + block <= rates.length; from += block) {
    const mean = losses.subarray(from, from + block).reduce((sum, loss) => sum + loss, 0) / block
    const step = from + block / 2
    rows.push(`${step},${Number(rates[step]!.toPrecision(digits))},${Number(mean.toPrecision(digits))}`)
  }
  return `${rows.join('\n')}\n`
}

async function record(only: string, fresh: boolean): Promise<void> {
  const wanted = curveSets
    .flatMap((set) => curveSchedules.map((schedule): [CurveSet, CurveSchedule, string] => [set, schedule, curveFile(set, schedule)]))
    .filter(([, , file]) => path.basename(file).includes(only) && (fresh || !existsSync(file)))
  if (wanted.length === 0) return
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-curves-'))
  const service = await startServiceProcess({
    command: [process.execPath, path.join(root, 'bin', 'taper.js'), 'serve'],
    env: { ...ownEnvironment(), HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: folder }
  })
  try {
    const taper = connect(service.url, new AbortController().signal)
    const text = readText()
    for (const [set, { rule, parameters, steps }, file] of wanted) {
      const start = performance.now()
      const { multipliers } = await taper.rule(rule, parameters, steps)
      const rates = multipliers.map((multiplier) => multiplier * set.peakLearningRate)
      const losses = trainCurve(text, { model: set.model, optimizer: set.optimizer, rates, seed })
      if (losses.some(Number.isNaN)) throw new Error(`${path.basename(file)} diverged: its peak is too high to be compared.`)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, curveText(rates, losses))
      renameSync(`${file}.new`, file)
      process.stderr.write(`  ${path.basename(file)}, ${((performance.now() - start) / 1000).toFixed(0)} s\n`)
    }
  } finally {
    await service.stop('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, fresh: { type: 'boolean', default: false } } })
await record(values.only, values.fresh)
