import { readFileSync } from 'node:fs'
import { stepAt } from '../../src/domain/gradient-norm.ts'
import { Problem } from '../../src/domain/problems.ts'
import { heldSource } from '../../src/formats/logs/held-source.ts'
import { readNorms } from '../../src/formats/logs/read-log.ts'
import { chunked } from './byte-chunks.ts'

const folder = new URL('../golden/logs/', import.meta.url).pathname

/** Files that each reader reads, as tools and trainers write them. */
export const seedFiles: Record<string, readonly string[]> = {
  tensorboard: ['files/scalars.tfevents', 'files/tensors.tfevents'],
  wandb: ['files/run.wandb'],
  parquet: ['files/history-none.parquet', 'files/history-snappy.parquet', 'files/history-zstd.parquet', 'files/neptune.parquet'],
  sqlite: ['files/trackio.db'],
  numpy: ['files/pairs.npy', 'files/pairs-fortran.npy', 'files/columns.npz', 'files/columns-compressed.npz'],
  float64: ['files/pairs.npy'],
  mlflow: ['files/mlflow/metrics/train/grad_norm'],
  ndjson: ['layouts/llamafactory-with-norms.jsonl', 'layouts/wandb-history.jsonl', 'layouts/fairseq-json.log', 'layouts/mmcv-old.log.json'],
  console: [
    'megatron.log',
    'torchtitan.log',
    'olmo.log',
    'composer.log',
    'transformers-5-console.log',
    'verl.log',
    'lightning-bar.log',
    'own-pipes.log'
  ].map((name) => `layouts/${name}`),
  json: ['layouts/trainer_state.json', 'layouts/tensorboard.json', 'layouts/mlflow-history.json'],
  csv: [
    'wandb-chart.csv',
    'lightning-metrics.csv',
    'german.csv',
    'other-spelling.tsv',
    'mlflow-ui.csv',
    'quoted-thousands.csv',
    'statistics.csv'
  ].map((name) => `layouts/${name}`)
}

/** What hostile files hold where a number, a name or a mark should be. */
const odd = [
  ...[
    '',
    '\0',
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '{',
    '}',
    '[',
    ']',
    '|',
    ':',
    '=',
    '\\',
    '#',
    '\x1b[31m',
    '\ufeff',
    '\ud800'
  ],
  ...[
    'nan',
    'NaN',
    '-inf',
    'Infinity',
    '1e999',
    '-1',
    '1e-999',
    '9007199254740993',
    '1'.repeat(400),
    '0x10',
    '1,5',
    '1_000',
    'null',
    '{}',
    '[1,2]'
  ],
  ...['step', 'grad_norm', 'epoch', ' - ', '__MAX', '\xff\xfe', '{"step":', 'iteration 5/10 |', '%|', 'x'.repeat(300), '[['.repeat(200)]
].map((text) => Buffer.from(text))

/** A generator of whole numbers below a bound that a seed decides (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Changes bytes here and there: other bytes, cuts, repeats, odd pieces, pieces of another file. */
function mutated(bytes: Buffer, other: Buffer, random: (below: number) => number): Buffer {
  let result = bytes
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(result.length + 1)
    const length = random(random(2) === 0 ? 8 : 200)
    const before = result.subarray(0, at)
    const after = result.subarray(Math.min(result.length, at + length))
    const kind = random(8)
    if (kind === 0) result = before
    else if (kind === 1) result = Buffer.concat([before, after])
    else if (kind === 2) result = Buffer.concat([before, result.subarray(at, at + length), result.subarray(at)])
    else if (kind === 3) result = Buffer.concat([before, odd[random(odd.length)]!, result.subarray(at)])
    else if (kind === 4) result = Buffer.concat([before, odd[random(odd.length)]!, after])
    else if (kind === 5) {
      const from = random(other.length)
      result = Buffer.concat([before, other.subarray(from, from + length), after])
    } else {
      result = Buffer.from(result)
      for (let i = at; i < Math.min(result.length, at + 1 + random(4)); i++)
        result[i] = random(2) === 0 ? random(256) : result[i]! ^ (1 << random(8))
    }
  }
  return result
}

/** How a mutated log was met. */
export interface MutationCounts {
  inputs: number
  read: number
  refused: number
  slowestMs: number
  /** Of the slowest input. */
  slowestSeed: number
}

/**
 * Reads mutated logs of one reader.
 * @param until as `performance.now` counts: no more are begun after it
 * @throws Error with the seed of the input that was neither read rightly nor refused
 */
export async function readMutations(reader: string, seed: number, inputs: number, until: number): Promise<MutationCounts> {
  const files = (seedFiles[reader] as readonly string[]).map((name) => ({
    name: name.slice(name.lastIndexOf('/') + 1),
    bytes: readFileSync(folder + name)
  }))
  const counts: MutationCounts = { inputs: 0, read: 0, refused: 0, slowestMs: 0, slowestSeed: seed }
  for (let i = 0; i < inputs && performance.now() < until; i++) {
    const random = randomOf(seed + i)
    const file = files[random(files.length)]!
    const bytes = mutated(file.bytes, files[random(files.length)]!.bytes, random)
    const input = random(4) === 0 ? {} : { input: reader }
    const start = performance.now()
    const outcome = await readNorms(
      await heldSource(chunked(bytes, [random(3) === 0 ? 1 + (bytes.length >> 5) : 65_536]), file.name),
      input
    ).catch((error: unknown) => error)
    const took = performance.now() - start
    if (took > counts.slowestMs) Object.assign(counts, { slowestMs: took, slowestSeed: seed + i })
    counts.inputs++
    const wrong = outcome instanceof Problem ? faultOfProblem(outcome) : faultOfReading(outcome)
    if (wrong !== null) throw new Error(`${reader}, seed ${seed + i} (${file.name}): ${wrong}`, { cause: outcome })
    if (outcome instanceof Problem) counts.refused++
    else counts.read++
  }
  return counts
}

const faultOfProblem = ({ detail, errors }: Problem): string | null =>
  detail.length > 0 && errors !== undefined && errors.length > 0 ? null : 'a refusal that names no place'

function faultOfReading(outcome: unknown): string | null {
  const { points } = outcome as { points?: Awaited<ReturnType<typeof readNorms>>['points'] }
  if (points === undefined) return `thrown: ${outcome instanceof Error ? outcome.stack : String(outcome)}`
  let before = -1
  for (const [i, value] of points.values.entries()) {
    const step = stepAt(points.steps, i)
    if (!Number.isSafeInteger(step) || step <= before) return `step ${step} after step ${before}`
    if (value < 0 && value !== Number.NEGATIVE_INFINITY) return `the norm ${value}`
    before = step
  }
  return null
}
