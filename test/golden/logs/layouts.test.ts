import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { explainFailure } from '../../../src/cli/failures.ts'
import { readLogFile } from '../../../src/cli/read-log-file.ts'
import { stepAt } from '../../../src/domain/gradient-norm.ts'
import { Problem } from '../../../src/domain/problems.ts'
import { heldSource } from '../../../src/formats/logs/held-source.ts'
import type { NormReading } from '../../../src/formats/logs/norm-reading.ts'
import { readNorms } from '../../../src/formats/logs/read-log.ts'
import { readSeries } from '../../../src/formats/logs/read-series.ts'
import { chunked } from '../../support/byte-chunks.ts'

interface Right {
  steps: number[]
  values: number[]
  column: string
  step: string | null
  totalSteps: number | null
  noted?: string
  losses?: number[]
  learningRates?: number[]
  /** Null: there are some, and nobody can tell at which steps. */
  evaluationLosses?: number[] | null
}

const folder = new URL('.', import.meta.url).pathname
const layouts = Object.entries(JSON.parse(readFileSync(`${folder}layouts.json`, 'utf8')) as Record<string, Right | { refused: string }>)
const right = layouts.filter((layout): layout is [string, Right] => !('refused' in layout[1]))
const refused = layouts.filter((layout): layout is [string, { refused: string }] => 'refused' in layout[1])
const textOf = (name: string) => readFileSync(`${folder}layouts/${name}`, 'utf8')
const read = async (name: string, bytes: Uint8Array) =>
  readNorms(await heldSource(chunked(bytes, [997])), {}).catch((error: unknown) => {
    throw new Error(`${name}: ${String(error)}`, { cause: error })
  })
const stepsOf = ({ points }: NormReading) => [...points.values.keys()].map((i) => stepAt(points.steps, i))

test.each(right)('%s: the norms are read from the column that holds them, at their steps', async (name, wanted) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const reading = await readLogFile(`${folder}layouts/${name}`, {})
  expect(said.mock.calls.join('')).toContain(`from column ${JSON.stringify(wanted.column)}`)
  said.mockRestore()
  expect(reading.columns).toEqual({ step: wanted.step, value: wanted.column })
  expect(stepsOf(reading)).toEqual(wanted.steps)
  expect([...reading.points.values]).toEqual(wanted.values)
  expect(reading.facts.totalSteps ?? null).toBe(wanted.totalSteps)
  if (wanted.noted !== undefined) expect(reading.notes.join(' ')).toContain(wanted.noted)
})

test('losses, rates and evaluation losses are those of the training, whatever stands in between', async () => {
  const withLosses = right.filter(([, { losses }]) => losses !== undefined)
  expect(withLosses.length).toBeGreaterThan(30)
  for (const [name, { losses, learningRates, evaluationLosses }] of withLosses) {
    const { runs } = await readSeries(await heldSource(chunked(readFileSync(`${folder}layouts/${name}`), [997]), name))
    const found = new Map(runs.flatMap(({ series }) => series.map((one) => [one.name, [...one.points.values]] as const)))
    expect([name, found.get('loss')]).toEqual([name, losses])
    if (learningRates !== undefined) expect([name, found.get('learning-rate')]).toEqual([name, learningRates])
    if (evaluationLosses !== undefined) expect([name, found.get('eval-loss') ?? null]).toEqual([name, evaluationLosses])
  }
})

test.each(refused)(
  '%s: what holds no norm, or several, is refused with its format or columns and a way on',
  async (name, { refused: words }) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const failure = await readLogFile(`${folder}layouts/${name}`, {}).catch((error: unknown) => error)
    said.mockRestore()
    expect(failure).toBeInstanceOf(Problem)
    const { message } = explainFailure(failure, 'log')
    expect(message).toContain(words)
    if ((failure as Problem).type === 'ambiguous-log') expect(message).toMatch(/--(?:column|columns|step|run)\b/)
  }
)

const files = right.filter(([name]) => name !== 'deepspeed-monitor')
const isConsole = (name: string) => /\.(?:log|txt)$/.test(name) && !/json/.test(name)

/** How files look that were copied, piped and printed on their way; the norms in them are the same. */
const variants: Record<string, { of?: (name: string) => boolean; change: (text: string) => string | Buffer }> = {
  'a byte order mark': { change: (text) => `\ufeff${text}` },
  'UTF-16': { change: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  'UTF-16 of the other order': { change: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16() },
  'mixed line ends': { change: (text) => text.replace(/(?<!\r)\n/g, (_, at: number) => (at % 3 === 0 ? '\r\n' : '\n')) },
  'carriage returns alone': { change: (text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r') },
  'blank lines': { of: (name) => !name.startsWith('composer'), change: (text) => text.replaceAll('\n', '\n\n') },
  'no line end at the end': { change: (text) => text.trimEnd() },
  'a repeated header': {
    of: (name) => name.endsWith('.csv') && !name.startsWith('german.'),
    change: (text) => {
      const lines = text.split('\n')
      return [...lines.slice(0, 7), lines[0], ...lines.slice(7)].join('\n')
    }
  },
  colours: { of: isConsole, change: (text) => text.replace(/\d+\.\d{3,}/g, '\x1b[1;32m$&\x1b[0m') },
  'ranks before each line': { of: isConsole, change: (text) => text.replaceAll(/^(?=[^\r\n])/gm, '[rank0]:') },
  'numbers of ranks before each line': { of: isConsole, change: (text) => text.replaceAll(/^(?=[^\r\n])/gm, '3: ') }
}

test.each(Object.entries(variants))('with %s the norms of every layout are the same', async (variant, { of = () => true, change }) => {
  for (const [name, { steps, values }] of files.filter(([name]) => of(name))) {
    const reading = await read(`${name} with ${variant}`, Buffer.from(change(textOf(name)) as string))
    expect([name, [...reading.points.values], stepsOf(reading)]).toEqual([name, values, steps])
  }
})

test('a file that ends within its last line has the norms before it', async () => {
  for (const [name, { values }] of files) {
    const text = textOf(name).trimEnd()
    if (text.endsWith('}') && !text.includes('\n')) continue
    for (const cut of [3, 9]) {
      const reading = await readNorms(await heldSource(chunked(Buffer.from(text.slice(0, -cut))))).catch((error: unknown) => error)
      if (reading instanceof Problem) continue
      const found = [...(reading as NormReading).points.values]
      expect([name, found.slice(0, values.length - 2)]).toEqual([name, values.slice(0, values.length - 2)])
      expect(found.length).toBeLessThanOrEqual(values.length)
    }
  }
})

test.each(['nan', 'NaN', 'NAN', '-nan', 'inf', 'Inf', 'Infinity', '-inf', '+inf'])(
  '%s is read as the number it is in every layout',
  async (word) => {
    for (const [name, { values }] of files.filter(([name]) => !/^(?:german|tensorboard\.json|mlflow-history|trainer_state)/.test(name))) {
      const text = textOf(name)
      const shown =
        [...new Set([values[5]?.toString() ?? '', values[5]?.toFixed(4) ?? '', values[5]?.toFixed(3) ?? ''])].find((one) =>
          text.includes(one)
        ) ?? ''
      const reading = await read(`${name} with ${word}`, Buffer.from(text.replaceAll(shown, word)))
      const wanted = /nan/i.test(word) ? Number.NaN : word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
      expect([name, reading.points.values[5]]).toEqual([name, wanted])
    }
  }
)
