import { describe, expect, test } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { asking, type Request } from '../../support/optimizer-requests.ts'
import { encodeSafetensors, rawSafetensors } from '../../support/safetensors.ts'

const { send } = await testApp()

const w = (...values: unknown[]) => ({ w: { shape: [values.length], values } }) as unknown as Request['parameters']
const f64 = (...values: number[]) => ({ shape: [values.length], values: Float64Array.from(values) })
const type = 'application/vnd.safetensors'
const sendBytes = (path: string, payload: Buffer) => send('POST', `/v1/optimizers/${path}`, { headers: { 'content-type': type }, payload })

/** path, request, status, problem, where it is or what it says. */
type Case = [string, Record<string, unknown>, number, string, string]
const cases: Case[] = [
  ['sgd/step', { gradients: w(1) }, 400, '/problems/invalid-request', '/parameters'],
  ['sgd/step', { parameters: w(1) }, 400, '/problems/invalid-request', '/gradients'],
  ['sgd/step', { parameters: w(1), gradients: w(1, 2, 'x') }, 400, '/problems/invalid-request', '/gradients/w/values/2'],
  [
    'sgd/step',
    { parameters: { 'a/~b': { shape: [1], values: [null] } }, gradients: {} },
    400,
    '/problems/invalid-request',
    '/parameters/a~1~0b/values/0'
  ],
  [
    'sgd/step',
    { parameters: { w: { shape: [1], values: [1], dtype: 'F32' } }, gradients: {} },
    400,
    '/problems/invalid-request',
    '/parameters/w/dtype'
  ],
  [
    'sgd/step',
    { parameters: { w: { shape: [-1], values: [1] } }, gradients: {} },
    400,
    '/problems/invalid-request',
    '/parameters/w/shape/0'
  ],
  ['sgd/step', { parameters: w(1), gradients: w(1), lr: 0.1 }, 400, '/problems/invalid-request', '/lr'],
  ['sgd/step', { parameters: w(1), gradients: w(1), learningRate: -1 }, 400, '/problems/invalid-request', '/learningRate'],
  ['sgd/step', { parameters: w(1), gradients: w(1), learningRate: 'NaN' }, 400, '/problems/invalid-request', '/learningRate'],
  ['sgd/step', { parameters: w(1), gradients: w(1), sampleIndex: 0.5 }, 400, '/problems/invalid-request', '/sampleIndex'],
  ['sgd/step', { parameters: w(1), gradients: w(1), precision: 'float16' }, 400, '/problems/invalid-request', '/precision'],
  [
    'sgd/step',
    { parameters: w(1), gradients: w(1), hyperparameters: { momentum: -1 } },
    400,
    '/problems/invalid-request',
    '/hyperparameters/momentum'
  ],
  [
    'sgd/step',
    { parameters: w(1), gradients: w(1), hyperparameters: { beta: 1 } },
    400,
    '/problems/invalid-request',
    '/hyperparameters/beta'
  ],
  [
    'adam/step',
    { parameters: w(1), gradients: w(1), state: { scalars: {}, tensors: {} } },
    400,
    '/problems/invalid-request',
    '/state/scalars/k'
  ],
  ['adam/step', { parameters: w(1), gradients: w(1), state: { tensors: {} } }, 400, '/problems/invalid-request', '/state/scalars'],
  [
    'sgd/replay',
    { parameters: w(1), steps: [{ gradients: w(1) }, { gradients: w(true) }] },
    400,
    '/problems/invalid-request',
    '/steps/1/gradients/w/values/0'
  ],
  ['sgd/replay', { parameters: w(1), steps: [{ gradients: w(1), rate: 1 }] }, 400, '/problems/invalid-request', '/steps/0/rate'],
  ['sgd/replay', { parameters: w(1), steps: [], keep: 'some' }, 400, '/problems/invalid-request', '/keep'],
  ['sgd/replay', { parameters: w(1), steps: [], peakLearningRate: 1 }, 400, '/problems/invalid-request', '/peakLearningRate'],
  ['sgd/replay', { parameters: w(1), steps: [{ gradients: w(1) }], scheduleId: 'none' }, 404, '/problems/schedule-not-found', 'none'],
  ['sgd/step', { parameters: w(1), gradients: w(1, 2) }, 422, '/problems/shape-mismatch', '"w"'],
  ['sgd/step', { parameters: w(1), gradients: { v: { shape: [1], values: [1] } } }, 422, '/problems/shape-mismatch', '"v"'],
  ['sgd/step', { parameters: { w: { shape: [2], values: [1] } }, gradients: {} }, 422, '/problems/shape-mismatch', '"w"'],
  ['sgd/step', { parameters: w(1), gradients: w('NaN') }, 422, '/problems/non-finite', '"w"'],
  ['sgd/step', { parameters: w('-Infinity'), gradients: w(1) }, 422, '/problems/non-finite', '"w"'],
  ['sgd/replay', { parameters: w(1), steps: [{ gradients: w(1) }, { gradients: w('Infinity') }] }, 422, '/problems/non-finite', 'step 1'],
  ['momo/step', { parameters: w(1), gradients: w(1), loss: 'NaN' }, 422, '/problems/non-finite', 'loss'],
  ['momo/step', { parameters: w(1), gradients: w(1) }, 422, '/problems/loss-required', 'loss'],
  [
    'taps/step',
    { parameters: w(1), gradients: w(1), loss: 1, hyperparameters: { samples: 2 } },
    422,
    '/problems/sample-index-required',
    'sampleIndex'
  ],
  [
    'taps/step',
    { parameters: w(1), gradients: w(1), loss: 1, sampleIndex: 2, hyperparameters: { samples: 2 } },
    422,
    '/problems/sample-index-required',
    '2'
  ],
  ['nobody/init', { parameters: w(1) }, 404, '/problems/optimizer-not-found', 'nobody'],
  ['__proto__/init', { parameters: w(1) }, 404, '/problems/optimizer-not-found', '__proto__']
]

describe('a request in JSON', () => {
  test.each(cases)('%s %j is answered %i %s, which tells of %s', async (path, request, status, problem, place) => {
    const answer = await send('POST', `/v1/optimizers/${path}`, { payload: request })
    const body = problemOf(answer)
    expect([answer.statusCode, body.type]).toEqual([status, problem])
    if (status === 400) expect(body.errors!.map(({ pointer }) => pointer)).toEqual([place])
    else expect(body.detail).toContain(place)
  })

  test('that is no JSON, or has a bare NaN, says so', async () => {
    const payload = '{"parameters": {"w": {"shape": [1], "values": [NaN]}}}'
    const answer = await send('POST', '/v1/optimizers/sgd/init', { headers: { 'content-type': 'application/json' }, payload })
    expect([answer.statusCode, problemOf(answer).errors![0]!.fix]).toEqual([400, expect.stringContaining('"NaN"')])
  })
})

/** path, request, problem, and the one place that it names. */
type Place = [string, Record<string, unknown>, string, string]
const prodigyState = { k: 1, d: 1, dMax: 1, numerator: 0 }
const slots = (...names: string[]) => Object.fromEntries(names.map((name) => [name, w(0)]))
const wholeState = (scalars: Record<string, unknown>, tensors = slots('m', 'v', 's', 'x0')) => ({
  parameters: w(1),
  gradients: w(1),
  state: { scalars: { ...prodigyState, ...scalars }, tensors }
})
const places: Place[] = [
  ['sgd/step', { parameters: w(1), gradients: w(1, 2) }, 'shape-mismatch', '/gradients/w'],
  ['sgd/step', { parameters: { w: { shape: [2], values: [1] } }, gradients: {} }, 'shape-mismatch', '/parameters/w'],
  ['sgd/replay', { parameters: w(1), steps: [{ gradients: {} }, { gradients: w('NaN') }] }, 'non-finite', '/steps/1/gradients/w'],
  ['momo/replay', { parameters: w(1), steps: [{ gradients: w(1), loss: 1 }, { gradients: w(1) }] }, 'loss-required', '/steps/1/loss'],
  ['momo/step', { parameters: w(1), gradients: w(1), loss: 'Infinity' }, 'non-finite', '/loss'],
  [
    'motaps/replay',
    { parameters: w(1), steps: [{ gradients: w(1), loss: 1, sampleIndex: 2 }], hyperparameters: { samples: 2 } },
    'sample-index-required',
    '/steps/0/sampleIndex'
  ],
  ['prodigy/step', wholeState({ d: 'NaN' }), 'non-finite', '/state/scalars/d'],
  ['prodigy/step', wholeState({ d: -1 }), 'non-finite', '/state/scalars/d'],
  ['prodigy/step', wholeState({ k: 0.5 }), 'invalid-request', '/state/scalars/k'],
  ['prodigy/step', wholeState({ k: -1 }), 'invalid-request', '/state/scalars/k'],
  ['prodigy/step', wholeState({}, slots('v', 's', 'x0')), 'shape-mismatch', '/state/tensors/m'],
  ['prodigy/step', wholeState({}, { ...slots('v', 's', 'x0'), m: w(1, 2) }), 'shape-mismatch', '/state/tensors/m/w'],
  [
    'adam/step',
    { parameters: w(1), gradients: w(1), state: { scalars: { k: { v: 1 } }, tensors: slots('m', 'v') } },
    'shape-mismatch',
    '/state/scalars/k/v'
  ],
  [
    'adam/step',
    { parameters: w(1), gradients: w(1), hyperparameters: { amsgrad: true }, state: { scalars: { k: {} }, tensors: slots('m', 'v') } },
    'shape-mismatch',
    '/state/tensors/vMax'
  ],
  ['mechanic/init', { parameters: w(1), hyperparameters: { base: { name: 'mechanic' } } }, 'invalid-request', '/hyperparameters/base/name'],
  ['taps/init', { parameters: w(1), hyperparameters: { samples: 1e9 } }, 'invalid-request', '/hyperparameters/samples'],
  [
    'sgd/replay',
    { parameters: { w: { shape: [100_000], values: Array(100_000).fill(0) } }, steps: Array(3000).fill({ gradients: {} }), keep: 'all' },
    'invalid-request',
    '/keep'
  ]
]

test.each(places.map(([path, request, problem, place]) => [place, path, problem, request] as const))(
  'what is wrong at %s of %s is %s, and names that place',
  async (place, path, problem, request) => {
    const body = problemOf(await send('POST', `/v1/optimizers/${path}`, { payload: request }))
    expect([body.type, body.errors?.map(({ pointer }) => pointer)]).toEqual([`/problems/${problem}`, [place]])
  }
)

test('a tensor that comes twice in one JSON object is refused, as one of the two would be lost', async () => {
  const tensor = '"w": {"shape": [1], "values": [1]}'
  const payload = `{"parameters": {${tensor}, ${tensor}}}`
  const answer = await send('POST', '/v1/optimizers/sgd/init', { headers: { 'content-type': 'application/json' }, payload })
  expect([answer.statusCode, problemOf(answer).detail]).toEqual([400, expect.stringContaining('"w" twice')])
})

test('what is wrong with a tensor in safetensors names its entry of the header, and a setting its place in the JSON text', async () => {
  const tensors = { 'parameters/a/b': f64(1), 'gradients/0/a/b': f64(1), 'gradients/1/a/b': f64(Number.NaN) }
  const request = (steps: object[]) => encodeSafetensors(tensors, { request: JSON.stringify({ steps }) })
  const pointers = async (path: string, body: Buffer) => problemOf(await sendBytes(path, body)).errors!.map(({ pointer }) => pointer)
  expect(await pointers('sgd/replay', request([{}, {}]))).toEqual(['/gradients~11~1a~1b'])
  expect(await pointers('momo/replay', request([{ loss: 1 }, {}]))).toEqual(['/__metadata__/request/steps/1/loss'])
})

describe('a request in safetensors', () => {
  const entry = (dtype: string, shape: unknown, offsets: unknown) =>
    JSON.stringify({ 'parameters/w': { dtype, shape, data_offsets: offsets } })
  const eight = Buffer.alloc(8)
  const files: [string, Buffer, string, RegExp][] = [
    ['is shorter than its prefix', Buffer.alloc(3), '', /8 bytes/],
    ['announces a header of 2^60 bytes', Buffer.from([0, 0, 0, 0, 0, 0, 0, 16]), '', /most/],
    ['ends in its header', rawSafetensors('{}').subarray(0, 9), '', /ends 1 bytes before the end of its safetensors header/],
    ['has a header that is no JSON', rawSafetensors('{,}'), '', /not JSON/],
    ['has a header that is a list', rawSafetensors('[]'), '', /begin with \{/],
    ['has a header that is not UTF-8', rawSafetensors(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])), '', /UTF-8/],
    ['has integers', rawSafetensors(entry('I64', [1], [0, 8]), eight), '/parameters~1w/dtype', /"parameters\/w" has dtype "I64"/],
    ['has 16-bit numbers', rawSafetensors(entry('BF16', [4], [0, 8]), eight), '/parameters~1w/dtype', /BF16/],
    ['has another length than its shape', rawSafetensors(entry('F64', [2], [0, 8]), eight), '/parameters~1w/data_offsets', /takes 16/],
    ['has offsets from high to low', rawSafetensors(entry('F64', [1], [8, 0]), eight), '/parameters~1w/data_offsets', /first byte/],
    ['has a gap', rawSafetensors(entry('F64', [1], [8, 16]), Buffer.alloc(16)), '/parameters~1w/data_offsets', /gap of 8/],
    ['has a negative size', rawSafetensors(entry('F64', [-1], [0, 8]), eight), '/parameters~1w/shape/0', /whole number/],
    ['has too few bytes', rawSafetensors(entry('F64', [1], [0, 8]), eight.subarray(1)), '', /ends 1 bytes before the end of its tensors/],
    ['has too many bytes', rawSafetensors(entry('F64', [1], [0, 8]), Buffer.alloc(9)), '', /follow/],
    [
      'has overlapping tensors',
      rawSafetensors(
        '{"parameters/a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"parameters/b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}',
        eight
      ),
      '/parameters~1b/data_offsets',
      /overlap/
    ],
    [
      'has a name twice',
      rawSafetensors(
        '{"parameters/w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"parameters/w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}',
        eight
      ),
      '',
      /"parameters\/w" twice/
    ],
    ['has metadata that are no texts', rawSafetensors('{"__metadata__":{"request":{}}}'), '/__metadata__/request', /string/],
    [
      'has another field',
      rawSafetensors('{"parameters/w":{"dtype":"F64","shape":[0],"data_offsets":[0,0],"extra":1}}'),
      '/parameters~1w/extra',
      /known/
    ],
    ['has a tensor of no group', encodeSafetensors({ w: f64(1) }), '/w', /not a tensor of this request/],
    ['has a slot without a name', encodeSafetensors({ 'state/m': f64(1) }), '/state~1m', /not a tensor of this request/],
    ['has a step that is no number', encodeSafetensors({ 'gradients/01/w': f64(1) }), '/gradients~101~1w', /not a tensor of this request/],
    ['has a request that is no JSON', encodeSafetensors({}, { request: '{' }), '/__metadata__/request', /not JSON/],
    ['has an unknown setting', encodeSafetensors({}, { request: '{"lr":1}' }), '/__metadata__/request/lr', /not a known field/],
    [
      'has an unknown hyperparameter',
      encodeSafetensors({}, { request: '{"hyperparameters":{"lr":1}}' }),
      '/__metadata__/request/hyperparameters/lr',
      /lr/
    ],
    [
      'has a gradient beyond its steps',
      encodeSafetensors({ 'gradients/1/w': f64(1) }, { request: '{"steps":[{}]}' }),
      '/gradients~11~1w',
      /step 1/
    ]
  ]

  test.each(files)('that %s is refused', async (_, file, pointer, detail) => {
    const answer = await sendBytes('sgd/replay', file)
    const { errors } = problemOf(answer)
    expect([answer.statusCode, errors]).toEqual([400, [expect.objectContaining({ pointer, detail: expect.stringMatching(detail) })]])
  })

  test.each(cases.filter(([, request, status]) => status === 422 && !JSON.stringify(request).includes('"shape":[2],"values":[1]')))(
    '%s %j is answered as in JSON',
    async (path, request, status, problem, place) => {
      const answer = await asking(send, path, request as Request, 'F64')
      expect([answer.statusCode, problemOf(answer).type]).toEqual([status, problem])
      expect(problemOf(answer).detail).toContain(place)
    }
  )

  test('with a rate that is negative names it in the header', async () => {
    const answer = await asking(send, 'sgd/step', { parameters: w(1), gradients: w(1), learningRate: -1 }, 'F64')
    expect(problemOf(answer).errors![0]!.pointer).toBe('/__metadata__/request/learningRate')
  })
})

test('other formats are 415 and 406, other methods 405', async () => {
  const payload = '1,2'
  expect((await send('POST', '/v1/optimizers/sgd/step', { headers: { 'content-type': 'text/csv' }, payload })).statusCode).toBe(415)
  expect((await send('POST', '/v1/optimizers/sgd/step', { headers: { accept: 'text/csv' }, payload: {} })).statusCode).toBe(406)
  const answer = await send('PUT', '/v1/optimizers/sgd/step', { payload: {} })
  expect([answer.statusCode, answer.headers.allow]).toEqual([405, expect.stringContaining('POST')])
})
