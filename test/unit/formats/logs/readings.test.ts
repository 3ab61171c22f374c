import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepAt } from '../../../../src/domain/gradient-norm.ts'
import { Problem } from '../../../../src/domain/problems.ts'
import { heldSource } from '../../../../src/formats/logs/held-source.ts'
import { type ReadWishes, readNorms } from '../../../../src/formats/logs/read-log.ts'
import { readSeries } from '../../../../src/formats/logs/read-series.ts'
import { chunked, textChunks } from '../../../support/byte-chunks.ts'

const read = async (text: string, wishes: ReadWishes = {}) => readNorms(await heldSource(textChunks(text)), wishes)
const pointsOf = async (text: string, wishes?: ReadWishes) => {
  const { points } = await read(text, wishes)
  return [...points.values].map((value, i) => [stepAt(points.steps, i), value])
}
const refusal = async (text: string, wishes?: ReadWishes): Promise<Problem> => {
  const problem = await read(text, wishes).then(
    (reading) => reading,
    (error: unknown) => error
  )
  expect(problem).toBeInstanceOf(Problem)
  return problem as Problem
}
/** The norms that every log here holds, and the losses, rates and times that stand beside them and are none. */
const norms = [7, 6.3791, 5.5971, 5.1649]
const expected = norms.map((norm, step) => [step, norm])
const table = (header: string, row: (norm: number, step: number) => string, separator = '\n') =>
  `${[header, ...norms.map(row)].join(separator)}${separator}`

const logs: Record<string, string> = {
  'a table whose norms stand behind epoch and loss': table(
    'step,epoch,loss,grad_norm,lr',
    (norm, i) => `${i},${i / 4},${2 - i / 10},${norm},1e-5`
  ),
  'a table that begins with the time': table('timestamp,iteration,grad_norm', (norm, i) => `${1.7e9 + i},${i},${norm}`),
  'several rows a step, as Lightning writes them': table(
    'epoch,grad_2.0_norm_total,lr-AdamW,step,train_loss',
    (norm, i) => `0,${norm},,${i},\n0,,0.1,${i},\n0,,,${i},2`
  ),
  'a chart of W&B over the global step': table(
    '"train/global_step","a - _step","a - _step__MIN","a - train/grad_norm","a - train/grad_norm__MIN"',
    (norm, i) => `"${i}","${i * 7}","${i * 7}","${norm}","0"`
  ),
  'metrics of MLflow, a row each': table(
    'run_id,metric,value,step,timestamp',
    (norm, i) => `0a,loss,2,${i},17\n0a,grad_norm,${norm},${i},17`
  ),
  'scalars of TensorBoard': table('Wall time,Step,Value', (norm, i) => `${1.7e9 + i},${i},${norm}`),
  'semicolons and decimal commas': table('step;grad_norm', (norm, i) => `${i};${String(norm).replace('.', ',')}`),
  'decimal commas with thousands': table('step;loss;grad_norm', (norm, i) => `${i};1.234,5;${String(norm).replace('.', ',')}`),
  tabs: table('step\tgrad_norm', (norm, i) => `${i}\t${norm}`),
  pipes: table('step|grad_norm', (norm, i) => `${i}|${norm}`),
  blanks: table('step  grad_norm', (norm, i) => `  ${i}    ${norm}`),
  'a line that names the separator, and remarks': `sep=;\n# a remark\n${table('step;grad_norm', (norm, i) => `${i};${norm}`)}`,
  'carriage returns alone': table('step,grad_norm', (norm, i) => `${i},${norm}`, '\r'),
  'mixed line ends and a header that stands again': table('step,grad_norm', (norm, i) =>
    i === 2 ? `step,grad_norm\r\n${i},${norm}` : `${i},${norm}`
  ),
  'JSON lines': norms.map((norm, i) => JSON.stringify({ current_steps: i, loss: 2, grad_norm: norm, lr: 1e-5 })).join('\n'),
  'JSON lines, the last one cut': `${norms.map((norm, i) => JSON.stringify({ step: i, grad_norm: norm })).join('\n')}\n{"step": 4, "gr`,
  'numbers as text behind a prefix, as fairseq logs them': norms
    .map(
      (norm, i) =>
        `2026-01-01 | INFO | train_inner | {"epoch": 1, "update": 0.${i}, "loss": "8.1", "gnorm": "${norm}", "num_updates": "${i}"}`
    )
    .join('\n'),
  'fields within fields': norms.map((norm, i) => JSON.stringify({ step: i, train: { loss: 2, grad_norm: norm } })).join('\n'),
  'trainer_state.json, with evaluations and a bare NaN': JSON.stringify(
    {
      max_steps: 40,
      log_history: [
        ...norms.flatMap((norm, step) => [
          { epoch: step, step, grad_norm: norm, loss: 2, learning_rate: 'N' },
          { epoch: step, step, eval_loss: 2 }
        ]),
        { step: 4, train_runtime: 3, train_loss: 1 }
      ]
    },
    null,
    2
  ).replaceAll('"N"', 'NaN'),
  'JSON of TensorBoard': JSON.stringify(norms.map((norm, i) => [1.7e9 + i + 0.5, i, norm])),
  'a list of records': JSON.stringify(norms.map((norm, i) => ({ step: i, loss: 2, grad_norm: norm }))),
  'the history of a metric from MLflow': JSON.stringify({
    metrics: norms.map((value, step) => ({ key: 'grad_norm', value, step, timestamp: 17 }))
  }),
  'a list for each column': JSON.stringify({ step: [0, 1, 2, 3], loss: [2, 2, 2, 2], grad_norm: norms }),
  'columns of pandas': JSON.stringify({ step: { 0: 0, 1: 1, 2: 2, 3: 3 }, grad_norm: Object.fromEntries(norms.entries()) }),
  Megatron: norms
    .map(
      (norm, i) =>
        ` [2026-11-25 10:00:0${i}] iteration        ${i}/     300 | consumed samples:           16 | elapsed time per iteration (ms): 209.8 | learning rate: 1.2E-06 | lm loss: 2.0E+00 | loss scale: 1.0 | grad norm: ${norm} | params norm: 900.1 | number of nan iterations:   0 |`
    )
    .join('\n'),
  'torchtitan from two ranks, in colour': norms
    .flatMap((norm, i) =>
      [0, 1].map(
        (rank) =>
          `[rank${rank}]:[titan] 2026-06-16 22:30:0${i},322 - root - INFO - \x1b[31mstep:  ${i}  \x1b[32mloss:  2.0  \x1b[33mgrad_norm: ${norm}  \x1b[0mmemory: 49.66GiB(52.28%)  tps: 5,856`
      )
    )
    .join('\n'),
  'OLMo, a field a line': norms
    .map(
      (norm, i) =>
        `2026-01-01 INFO [step=${i}/1,000,epoch=1,eta=1h]\n    optim/total grad norm=${norm}\n    train/CE loss=3.2\n    optim/LR (group 0)=0.0003`
    )
    .join('\n'),
  'llm.c': norms.map((norm, i) => `step    ${i}/18865 | loss 10.955029 (+nanz)| norm ${norm} (+nanz)| lr 8.57e-07 | 3056.36 ms`).join('\n'),
  Composer: norms.map((norm, i) => `[batch=${i}/1000]:\n\t Train l2_norm/grad/global: ${norm}\n\t Train loss/train/total: 2.1`).join('\n'),
  'ms-swift': norms
    .map((norm, i) => `{'loss': 2.1, 'grad_norm': ${norm}, 'epoch': 0.02, 'global_step/max_steps': '${i}/60', 'percentage': '1.6%'}`)
    .join('\n'),
  nanochat: norms
    .map((norm, i) => `step 0000${i}/20000 (0.50%) | loss: 3.210000 | grad norm: ${norm} | lrm: 1.00 | tok/sec: 1,000,000`)
    .join('\n'),
  'MaxText, raw and clipped': norms
    .map((norm, i) => JSON.stringify({ 'learning/raw_grad_norm': norm, 'learning/grad_norm': 1, 'learning/param_norm': 9, step: i }))
    .join('\n'),
  verl: norms.map((norm, i) => `step:${i} - actor/pg_loss:0.1 - actor/grad_norm:${norm} - critic/score/mean:0.5`).join('\n'),
  mmengine: norms
    .map(
      (norm, i) =>
        `01/01 10:00:00 - mmengine - INFO - Iter(train) [  ${i}/100]  lr: 1.0e-04  eta: 1:00:00  time: 0.3  grad_norm: ${norm}  loss: 2.0`
    )
    .join('\n'),
  'any console that names step and norm': norms.map((norm, i) => `INFO train step=${i} loss=2.1 grad_norm=${norm} lr=1e-4`).join('\n')
}

test.each(Object.entries(logs))('the norms are found in %s', async (_, text) => {
  expect(await pointsOf(text)).toEqual(expected)
})

test.each(Object.entries(logs))('the norms are the same in UTF-16 and behind a byte order mark: %s', async (_, text) => {
  const utf16 = await readNorms(await heldSource(chunked(Buffer.from(`\ufeff${text}`, 'utf16le'), [7, 4096])))
  expect([...utf16.points.values]).toEqual(norms)
  expect(await pointsOf(`\ufeff${text}`)).toEqual(expected)
})

test('a log in gzip is read as it is, also one that was cut off', async () => {
  const long =
    table('step,grad_norm', (norm, i) => `${i},${norm}`) + Array.from({ length: 40_000 }, (_, i) => `${i + 4},${Math.sqrt(i)}\n`).join('')
  const bytes = gzipSync(long)
  const whole = await readNorms(await heldSource(chunked(bytes, [1000])))
  expect(whole.points.values.length).toBe(40_004)
  const cut = await readNorms(await heldSource(chunked(bytes.subarray(0, bytes.length / 2), [1000])))
  expect(cut.points.values.length).toBeGreaterThan(1000)
  expect(cut.points.values.length).toBeLessThan(40_004)
})

test('what was read from where is said', async () => {
  expect((await read(logs['a table that begins with the time']!)).columns).toEqual({ step: 'iteration', value: 'grad_norm' })
  expect((await read(logs.Megatron!)).facts).toEqual({ totalSteps: 300 })
  expect((await read(logs['trainer_state.json, with evaluations and a bare NaN']!)).facts).toEqual({ totalSteps: 40 })
})

test.each([
  ['norms of layers alone', 'step,grad_norm/layer1,grad_norm/layer2\n0,1,2\n', 'of parts of the model'],
  ['two norms', 'step,actor/grad_norm,critic/grad_norm\n0,1,2\n', 'Several columns may be the gradient norm'],
  ['two runs', 'Step,a - grad_norm,b - grad_norm\n0,1,2\n', '2 runs'],
  ['loss and rate', '{"step":1,"loss":2,"lr":1}\n', 'No column is called like a gradient norm'],
  ['a loss alone', 'step,train_loss\n0,1\n', 'No column is called like a gradient norm'],
  ['epochs of Keras', 'epoch,accuracy,loss\n0,1,2\n', 'No column is called like a gradient norm'],
  ['steps under a name that nobody knows', 'tick,grad_norm\n0,1\n', 'No column is called like steps']
])('%s: what names do not tell is refused, and every column is listed', async (_, text, words) => {
  const { type, detail, errors } = await refusal(text)
  expect(type).toBe('ambiguous-log')
  expect(detail).toContain(words)
  expect(errors?.length).toBeGreaterThan(1)
})

test('what is wished is read: a column in any case, without its run, and another column of steps', async () => {
  expect(await pointsOf('step,Tick,Loss\n0,5,1.5\n', { column: 'loss', step: 'tick' })).toEqual([[5, 1.5]])
  expect(await pointsOf('Step,a - v,b - w\n3,1,2\n', { column: 'w' })).toEqual([[3, 2]])
  expect(await pointsOf('step,g_l1,g_l2\n0,5,1.5\n', { column: 'g_l1' })).toEqual([[0, 5]])
  expect(await pointsOf('step,grad_norm_l1,grad_norm_l2\n0,5,1.5\n', { norm: 'l1' })).toEqual([[0, 5]])
  expect((await refusal('step,loss\n0,1\n', { column: 'norm' })).errors?.[0]).toMatchObject({
    pointer: 'query/column',
    fix: 'The columns are "step", "loss".'
  })
})

test('norms of parts are combined where that is asked for: the root of the sum of squares, the sum, the largest', async () => {
  const text = 'step,grad_norm/a,grad_norm/b,grad_norm/b__MAX,loss\n0,3,4,9,1\n1,5,,9,1\n2,8,15,9,1\n'
  const { points, columns, notes } = await read(text, { columns: 'grad_norm/*' })
  expect([...points.values]).toEqual([5, 17])
  expect(columns).toEqual({ step: 'step', value: 'grad_norm/*' })
  expect(notes).toEqual([
    '2 columns are combined: the root of the sum of their squares.',
    '1 records lack the norm of a part, and were left out.'
  ])
  expect(await pointsOf(text, { columns: 'grad_norm/*', norm: 'l1' })).toEqual([
    [0, 7],
    [2, 23]
  ])
  expect(await pointsOf(text, { columns: 'grad_norm/*', norm: 'linf' })).toEqual([
    [0, 4],
    [2, 15]
  ])
  expect((await refusal(text, { columns: 'norm_*' })).errors?.[0]).toMatchObject({ pointer: 'query/columns' })
})

test('a log of several runs is refused with their names, and read where one is named', async () => {
  const text = 'run_id,metric,value,step\na,grad_norm,1,0\nb,grad_norm,2,0\nb,grad_norm,3,1\n'
  const { detail, errors } = await refusal(text)
  expect(detail).toContain('2 runs')
  expect(errors?.map(({ fix }) => fix)).toEqual(['If it is this one, send `run`=a.', 'If it is this one, send `run`=b.'])
  expect(await pointsOf(text, { run: 'b' })).toEqual([
    [0, 2],
    [1, 3]
  ])
  expect(await pointsOf('Step,a - grad_norm,b - grad_norm\n0,1,2\n', { run: 'b' })).toEqual([[0, 2]])
  expect((await refusal(text, { run: 'c' })).errors?.[0]).toMatchObject({ pointer: 'query/run' })
})

test.each(['None', 'null', 'NULL', 'NA', 'N/A', '#N/A', '<NA>', '-', ''])('%j is no point, and is not NaN', async (word) => {
  expect(await pointsOf(`step,grad_norm\n0,1\n1,${word}\n2,3\n`)).toEqual([
    [0, 1],
    [2, 3]
  ])
})

test('the only norm is read where nobody said which, and its name says which it is; where another was asked for it is refused', async () => {
  expect(await read('step,grad_norm_l1\n0,1\n')).toMatchObject({ norm: 'l1', columns: { value: 'grad_norm_l1' } })
  expect((await read('step,grad_norm_l1,grad_norm_l2\n0,1,2\n')).columns?.value).toBe('grad_norm_l2')
  expect((await refusal('step,grad_norm_l1\n0,1\n', { norm: 'l2' })).detail).toContain('no l2 norm')
})

test('a resumption replaces what was from its step on, and both are said', async () => {
  const { points, notes } = await read('step,grad_norm\n0,1\n1,2\n2,3\n3,4\n2,5\n3,6\n')
  expect([...points.values]).toEqual([1, 2, 5, 6])
  expect(notes).toEqual(['Training went back to step 2: what came later stands, in the place of 2 points.'])
})

test('ranks that print out of step count once', async () => {
  const lines = [0, 1, 0, 2, 1, 3, 2, 4, 3, 4].map((step) => `${step},${step + 0.5}`)
  const { points, notes } = await read(`step,grad_norm\n${lines.join('\n')}\n`)
  expect([...points.values]).toEqual([0.5, 1.5, 2.5, 3.5, 4.5])
  expect(notes).toEqual(['5 points stand there twice with the same value, and count once.'])
})

test('steps that begin anew with each epoch are numbered through', async () => {
  const rows = [0, 1, 2].flatMap((epoch) => [0, 10, 20].map((iter) => `${epoch},${iter},${epoch * 30 + iter + 1}`))
  const { points, notes } = await read(`epoch,iter,grad_norm\n${rows.join('\n')}\n`)
  expect(points.steps).toEqual({ first: 0, stride: 10 })
  expect(points.values.length).toBe(9)
  expect(notes[0]).toContain('begin anew with each epoch, 2 times')
})

test('a log from its last line to its first is sorted, and that is said', async () => {
  const { points, notes } = await read(`step,grad_norm\n${Array.from({ length: 50 }, (_, i) => `${49 - i},${50 - i}`).join('\n')}\n`)
  expect(points.steps).toEqual({ first: 0, stride: 1 })
  expect(points.values[49]).toBe(50)
  expect(notes).toEqual(['The lines are in no order of steps; they were sorted.'])
})

test('a column that comes after thousands of records still counts', async () => {
  const early = Array.from({ length: 30_000 }, (_, step) => JSON.stringify({ step, clipped_grad_norm: 1 }))
  const late = [JSON.stringify({ step: 30_000, raw_grad_norm: 5 }), JSON.stringify({ step: 30_001, raw_grad_norm: 6 })]
  const { columns, points } = await read([...early, ...late].join('\n'))
  expect(columns?.value).toBe('raw_grad_norm')
  expect([...points.values]).toEqual([5, 6])
})

test('a log without steps is numbered in order; its progress bar says how long the training is', async () => {
  const lines = norms.map((norm) => `{'loss': '2.103', 'grad_norm': '${norm}', 'learning_rate': '3e-05', 'epoch': '0.5'}`)
  const { columns, facts, points, notes } = await read(`  0%|          | 0/300 [00:00<?, ?it/s]\r${lines.join('\n')}`)
  expect(columns).toEqual({ step: null, value: 'grad_norm' })
  expect(facts).toEqual({ totalSteps: 300 })
  expect([...points.values]).toEqual(norms)
  expect(notes).toContain('The log names no steps: its points are numbered in order.')
})

test('a progress bar that moves on tells the step of each line', async () => {
  const lines = norms.map(
    (norm, i) => ` ${i}%|█ | ${10 * (i + 1)}/300 [00:01<00:30, 2it/s]\r{'loss': 2.1, 'grad_norm': ${norm}, 'epoch': 0.5}`
  )
  expect(await pointsOf(lines.join('\n'))).toEqual(norms.map((norm, i) => [10 * (i + 1), norm]))
})

test('whatever is changed in a log, it is read or refused with a reason, and never crashes', async () => {
  const texts = Object.values(logs)
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(40),
    put: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('\0', '"', ',', '\n', '{', 'nan', '1e999', '-', '\ud800'))
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }), async (text, changes) => {
      let mutated = text
      for (const { at, drop, put } of changes) {
        const place = Math.floor(at * mutated.length)
        mutated = mutated.slice(0, place) + put + mutated.slice(place + drop)
      }
      const outcome = await read(mutated).catch((error: unknown) => error)
      if (!(outcome instanceof Problem))
        expect((outcome as { points: { values: Float64Array } }).points.values).toBeInstanceOf(Float64Array)
    }),
    { numRuns: 1500 }
  )
})

test('columns that come after the records that are looked at first are chosen too, named in the head or not', async () => {
  const [n, late] = [20_100, 20_050]
  const rows = Array.from({ length: n }, (_, i) => ({ step: i, grad_norm: 2, ...(i < late ? {} : { loss: 1 / 2, lr: 0.25 }) }))
  const csv = `step,grad_norm,loss,lr\n${rows.map((row) => `${row.step},2,${'loss' in row ? '0.5,0.25' : ','}`).join('\n')}\n`
  for (const text of [csv, rows.map((row) => JSON.stringify(row)).join('\n')]) {
    const beside = [{ name: 'loss' }, { name: 'learning-rate' }] as const
    const reading = await read(text, { beside })
    expect(reading.beside?.map(({ name, column, points }) => [name, column, points.values.length, stepAt(points.steps, 0)])).toEqual([
      ['loss', 'loss', n - late, late],
      ['learning-rate', 'lr', n - late, late]
    ])
    const { runs } = await readSeries(await heldSource(textChunks(text)))
    expect(runs.map(({ series }) => series.map(({ name, points }) => [name, points.values.length]))).toEqual([
      [
        ['l2', n],
        ['loss', n - late],
        ['learning-rate', n - late]
      ]
    ])
  }
})

test('of two norms an adaptive optimizer takes l1, and l2 norms are read beside it where they are wished', async () => {
  const text = table('step,grad_norm,grad_norm_l1,loss,entropy_loss', (norm, i) => `${i},${norm},${10 * norm},2,3`)
  const beside = [{ name: 'l2' }, { name: 'loss' }] as const
  expect(await read(text, { optimizer: 'AdamW', beside })).toMatchObject({
    norm: 'l1',
    norms: ['l2', 'l1'],
    columns: { value: 'grad_norm_l1' },
    beside: [
      { name: 'l2', column: 'grad_norm' },
      { name: 'loss', column: 'loss' }
    ]
  })
  expect(await read(text, { optimizer: 'SGD', beside })).toMatchObject({ columns: { value: 'grad_norm' }, beside: [{ name: 'loss' }] })
})
