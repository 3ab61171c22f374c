import { expect, test } from 'vitest'
import { stepAt } from '../../../../src/domain/gradient-norm.ts'
import { csv } from '../../../../src/formats/logs/csv.ts'
import { logFormatOf, logFormats } from '../../../../src/formats/logs/index.ts'
import { ndjson } from '../../../../src/formats/logs/ndjson.ts'
import { type NormLog, placeLog } from '../../../../src/formats/logs/norm-log.ts'
import { textChunks } from '../../../support/byte-chunks.ts'

const pairs = (log: NormLog) => {
  const { points } = placeLog(log)
  return [...points.values].map((value, i) => [stepAt(points.steps, i), value])
}
const read = async (text: string, column?: string) => pairs(await csv.read(textChunks(text), column === undefined ? {} : { column }))

test('a chart exported from Weights & Biases is read as it is: all quoted, the run in the name, minimum and maximum after it', async () => {
  const text = '"Step","run - grad_norm","run - grad_norm__MIN","run - grad_norm__MAX"\n"10","7.96","7.9","8"\n"20","4.2","4.2","4.2"\n'
  expect(await read(text)).toEqual([
    [10, 7.96],
    [20, 4.2]
  ])
})

test('a scalar exported from TensorBoard is read as it is: wall time before the step', async () => {
  expect(await read('Wall time,Step,Value\n1700000000.5,0,1.5\n1700000001.5,1,2.5\n')).toEqual([
    [0, 1.5],
    [1, 2.5]
  ])
})

test('metrics of Lightning are read with the column named: sorted header, several rows a step, blank cells', async () => {
  const text = 'epoch,grad_norm,loss,step\n0,1.5,,0\n0,,0.7,0\n0,2.5,,1\n0,,0.6,1\n'
  expect(await read(text, 'grad_norm')).toEqual([
    [0, 1.5],
    [1, 2.5]
  ])
})

test.each([
  'step',
  'Step',
  '_step',
  'global_step',
  'train/global_step',
  'trainer/global_step',
  'Iteration',
  'iter',
  'current_steps',
  'num_updates'
])('the column %s is the step, wherever it stands', async (name) => {
  expect(await read(`time,${name},norm\n9,4,1.5\n`)).toEqual([[4, 1.5]])
})

test('the steps may stand anywhere', async () => {
  expect(await read('norm,step\n1.5,4\n')).toEqual([[4, 1.5]])
})

test('NaN and infinities are read in the words of every language', async () => {
  const words = ['NaN', 'nan', 'NAN', 'Infinity', 'inf', '+inf', '-Infinity', '-inf']
  const text = `step,norm\n${words.map((word, i) => `${i},${word}`).join('\n')}`
  expect((await read(text)).map(([, value]) => value)).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY
  ])
})

test('blank lines, spaces around cells, rows that are cut short and a missing last line break do no harm', async () => {
  expect(await read('step , norm\n\n 1 , 2.5 \n2\n3,')).toEqual([[1, 2.5]])
})

test('steps that a spreadsheet wrote as 10.0 or 1e3 are whole numbers', async () => {
  expect(await read('step,norm\n10.0,1\n1e3,2\n')).toEqual([
    [10, 1],
    [1000, 2]
  ])
})

test('a quote that comes late, and a line break within quotes, are understood, and lines are counted on', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `${i},1,plain`).join('\n')
  const text = `step,norm,note\n${rows}\n5000,2,"two\nlines"\n5001,3,x\n`
  const log = await csv.read(textChunks(text, [999]))
  expect(log.values.length).toBe(5002)
  expect([...log.values.subarray(5000)]).toEqual([2, 3])
  await expect(csv.read(textChunks(`${text}5002,bad,x\n`, [999]))).rejects.toMatchObject({
    errors: [{ pointer: '/5002/value', detail: expect.stringContaining('Line 5005') }]
  })
})

test('line breaks of carriage returns alone are understood', async () => {
  expect(await read('step,norm\r1,2\r2,3\r')).toEqual([
    [1, 2],
    [2, 3]
  ])
})

test('NDJSON with a field named passes over lines without it, as evaluation rows are, and over other fields', async () => {
  const text = '{"step":1,"loss":2,"grad_norm":0.5}\n{"step":1,"eval_loss":2}\n{"step":2,"grad_norm":"NaN"}\n'
  expect(pairs(await ndjson.read(textChunks(text), { column: 'grad_norm' }))).toEqual([
    [1, 0.5],
    [2, Number.NaN]
  ])
})

test('every format is found by its media type, and no other is', () => {
  for (const format of logFormats) expect(logFormatOf(format.mediaType)).toBe(format)
  expect(logFormatOf('image/png')).toBeUndefined()
})
