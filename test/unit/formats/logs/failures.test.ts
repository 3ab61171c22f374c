import { expect, test } from 'vitest'
import { Problem } from '../../../../src/domain/problems.ts'
import { logFormatOf } from '../../../../src/formats/logs/index.ts'
import type { LogFormat } from '../../../../src/formats/logs/log-format.ts'
import { type NormLog, type Placement, placeLog } from '../../../../src/formats/logs/norm-log.ts'
import { readNorms } from '../../../../src/formats/logs/read-log.ts'
import { chunked, textChunks } from '../../../support/byte-chunks.ts'

const types = { json: 'application/json', ndjson: 'application/x-ndjson', csv: 'text/csv' }
const format = (mediaType: string) => logFormatOf(mediaType) as LogFormat

async function failure(reading: Promise<unknown>): Promise<{ pointer: string; detail: string; fix?: string }> {
  const problem = await reading.then(
    () => null,
    (error) => error
  )
  expect(problem).toBeInstanceOf(Problem)
  expect((problem as Problem).type).toBe('invalid-request')
  expect((problem as Problem).errors).toHaveLength(1)
  return (problem as Problem).errors?.[0] as { pointer: string; detail: string; fix?: string }
}

const beyond = '9007199254740992'

test.each([
  ['json', '', '', 'empty'],
  ['json', '{"values":[1,2', '', 'not JSON'],
  ['json', '[1,2]', '', 'object'],
  ['json', '{}', '', 'neither'],
  ['json', '{"values":[1,NaN]}', '', 'bare NaN at position 13'],
  ['json', '{"values":[-1]}', '/values/0', 'negative'],
  ['json', '{"values":[1,null]}', '/values/1', 'null'],
  ['json', '{"values":["1"]}', '/values/0', '"1"'],
  ['json', '{"values":[[1]]}', '/values/0', 'a list'],
  ['json', '{"values":5}', '/values', 'list'],
  ['json', '{"values":[1],"a/b~c":2}', '/a~1b~0c', 'not known'],
  ['json', '{"values":[1],"points":[]}', '/values', 'not known'],
  ['json', '{"values":[1],"startStep":-1}', '/startStep', 'whole number'],
  ['json', '{"values":[1],"startStep":1.5}', '/startStep', 'whole number'],
  ['json', '{"values":[1],"stride":0}', '/stride', 'whole number'],
  ['json', '{"steps":[1,2],"values":[1]}', '/steps', '2 steps and 1 values'],
  ['json', '{"steps":[1,1],"values":[1,2]}', '/steps/1', 'twice'],
  ['json', '{"steps":[2,1],"values":[1,2]}', '/steps/1', 'comes after step 2'],
  ['json', '{"steps":[1.5],"values":[1]}', '/steps/0', 'whole number'],
  ['json', '{"steps":["1"],"values":[1]}', '/steps/0', 'whole number'],
  ['json', `{"steps":[${beyond}],"values":[1]}`, '/steps/0', '2^53'],
  ['json', '{"steps":[-1],"values":[1]}', '/steps/0', 'negative'],
  ['json', '{"steps":[1],"values":[1],"stride":2}', '/stride', 'not known'],
  ['json', '{"points":[{"step":1,"value":1},{"step":2}]}', '/points/1/value', 'both'],
  ['json', '{"points":[{"value":1}]}', '/points/0/step', 'both'],
  ['json', '{"points":[{"step":0,"value":1,"x":2}]}', '/points/0/x', 'not known'],
  ['json', '{"points":[5]}', '/points/0', 'object'],
  ['ndjson', '{"step":0,"value":1}\n{"step":0,"value":2}', '/1/step', 'Line 2'],
  ['ndjson', '{"step":0,"value":1}\n\n{"step":1,"value":-2}', '/1/value', 'Line 3'],
  ['ndjson', '{"step":0,"value":1}}\n', '', 'Line 1'],
  ['ndjson', '5\n', '', 'Line 1'],
  ['ndjson', `{"step":${beyond},"value":1}`, '/0/step', '2^53'],
  ['csv', '', '', 'empty'],
  ['csv', '0,1\n1,2\n', '', 'header'],
  ['csv', 'step,norm\n0,1\n1,-1\n', '/1/value', 'Line 3'],
  ['csv', 'step,norm\n0,1\n0,2\n', '/1/step', 'Line 3'],
  ['csv', 'step,norm\nx,1\n', '/0/step', 'Line 2'],
  ['csv', 'step,norm\n0.5,1\n', '/0/step', 'Line 2'],
  ['csv', 'step,norm\n0,0x10\n', '/0/value', 'not a float64 number'],
  ['csv', 'step,norm\n0,1e999\n', '/0/value', 'not a float64 number'],
  ['csv', 'step,norm\n0,"1\n', '', 'not CSV']
] as const)('%s %j fails at %j and says %j', async (name, text, pointer, words) => {
  for (const sizes of [[1], [65_536]]) {
    const error = await failure(format(types[name]).read(textChunks(text, sizes)))
    expect(error.pointer).toBe(pointer)
    expect(error.detail).toContain(words)
  }
})

test.each([
  ['{"values":[1,NaN]}', '"NaN"', 'position 13'],
  ['{"values":[Infinity]}', '"Infinity"', 'position 11'],
  ['{\n"values": [-Infinity]}', '"-Infinity"', 'line 2, column 12'],
  ['{"a":"NaN, \\" NaN","values":[nan]}', '"NaN"', 'position 29']
])('the bare word in %s is a fault whose fix says to send the string %s, and which names %s', async (text, word, place) => {
  const { detail, fix } = await failure(format(types.json).read(textChunks(text)))
  expect(fix).toContain(word)
  expect(detail).toContain(place)
})

test('a column that is not there is named with those that are', async () => {
  const error = await failure(format(types.csv).read(textChunks('step,loss\n1,2\n'), { column: 'norm' }))
  expect(error).toMatchObject({ pointer: 'query/column', fix: expect.stringContaining('"loss"') })
})

test.each(Object.values(types))('%s that is not UTF-8 is refused', async (mediaType) => {
  const bytes = Uint8Array.of(...new TextEncoder().encode('{"values":["'), 0xff, 0xfe)
  expect((await failure(format(mediaType).read(chunked(bytes)))).detail).toContain('UTF-8')
})

test('float64 bytes whose number is not a multiple of 8 are refused, and a negative value by its index', async () => {
  const octets = format('application/octet-stream')
  expect((await failure(octets.read(chunked(new Uint8Array(15))))).detail).toContain('15 bytes')
  const bytes = new Uint8Array(Float64Array.of(1, 2, -3).buffer)
  expect(await failure(octets.read(chunked(bytes)))).toMatchObject({ pointer: '/2' })
})

test('a line without end is refused before it fills the memory', async () => {
  async function* endless() {
    const chunk = new TextEncoder().encode('1'.repeat(60_000))
    while (true) yield chunk
  }
  const source = { name: '', bytes: endless }
  expect((await failure(readNorms(source, { input: 'ndjson' }))).detail).toContain('longer')
  expect((await failure(readNorms(source, { input: 'csv' }))).detail).toContain('not CSV')
})

const log = (more: Partial<NormLog>): NormLog => ({ values: Float64Array.of(1, 2), steps: null, startStep: null, stride: null, ...more })

test('where log and query both say the start step or the stride, they must agree', () => {
  expect(placeLog(log({ startStep: 5 }), { startStep: 5 })).toMatchObject({ points: { steps: { first: 5, stride: 1 } }, startless: false })
  for (const [given, placement, pointer] of [
    [{ startStep: 5 }, { startStep: 6 }, 'query/startStep'],
    [{ stride: 2 }, { stride: 1 }, 'query/stride'],
    [{ steps: { first: 0, stride: 1 } }, { startStep: 0 }, 'query/startStep'],
    [{}, { startStep: Number.MAX_SAFE_INTEGER }, 'query/startStep']
  ] as [Partial<NormLog>, Placement, string][]) {
    expect(() => placeLog(log(given), placement)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }))
  }
})

test('values without a start step count from 0, with their stride, and say so', () => {
  expect(placeLog(log({ stride: 4 }))).toEqual({
    points: { steps: { first: 0, stride: 4 }, values: Float64Array.of(1, 2) },
    startless: true
  })
})
