import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exportTargets } from '../../../src/formats/exports/index.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { bearer, newKey } from '../../support/keys.ts'
import { type Operation, openapi, operations, type Parameter } from '../../support/openapi.ts'

const app = await testApp({ TAPER_BODY_BYTES_MAX: '200000' })
// Some of the requests make keys, after which all others need one.
const { key } = await newKey(app, { scope: 'admin' })
const send: TestApp['send'] = (method, url, more = {}) => app.send(method, url, { ...more, headers: { ...more.headers, ...bearer(key) } })
await send('PUT', '/v1/runs/r1', { payload: { totalSteps: 100, peakLearningRate: 0.1, labels: { a: '1' } } })
for (const norm of ['l1', 'l2']) await send('POST', `/v1/runs/r1/gradient-norms?norm=${norm}`, { payload: { values: [3, 2, 'NaN', 1, 2] } })
const schedule = (await send('POST', '/v1/runs/r1/schedules')).json<{ id: string }>().id

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema(openapi, 'openapi.json')
const checks = new WeakMap<object, ReturnType<typeof ajv.compile>>()
function matches(schema: object, body: unknown): true | unknown[] {
  let check = checks.get(schema)
  if (check === undefined) {
    check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi.json#/components')))
    checks.set(schema, check)
  }
  return check(body) === true || (check.errors ?? [])
}

/** Text that services stumble over. */
const awkward = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '0',
      '-1',
      '1',
      '2',
      '1.5',
      '1e3',
      '1e999',
      '-0',
      'NaN',
      'Infinity',
      'null',
      'true',
      '9007199254740991',
      '9007199254740992',
      '-9'
    ],
    ...[
      '\u0000',
      '%',
      '%00',
      '\ud800',
      '💥',
      '..',
      '../..',
      '/',
      '\\',
      "'",
      '"; drop table runs; --',
      '{}',
      '[]',
      '__proto__',
      'constructor',
      'r1'
    ]
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 })
)
const fitting: Record<string, fc.Arbitrary<string>> = {
  runId: fc.constantFrom('r1', 'r2', 'nobody'),
  id: fc.constantFrom(schedule, 'nobody'),
  step: fc.nat(200).map(String),
  name: fc.constantFrom('run-not-found', 'nobody'),
  norm: fc.constantFrom('l1', 'l2', 'linf'),
  limit: fc.integer({ min: 1, max: 500 }).map(String),
  fromStep: fc.nat(10).map(String),
  toStep: fc.nat(10).map(String),
  target: fc.constantFrom(...exportTargets.map(({ name }) => name)),
  tolerance: fc.double({ min: 0, max: 1, noNaN: true }).map(String),
  buckets: fc.integer({ min: 1, max: 20 }).map(String),
  startStep: fc.nat(10).map(String),
  stride: fc.integer({ min: 1, max: 3 }).map(String),
  resumeFrom: fc.nat(10).map(String),
  onConflict: fc.constantFrom('replace', 'reject'),
  history: fc.constant('all'),
  peakLearningRate: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(String)
}
const parameterText = ({ name }: Parameter) =>
  fc.oneof({ weight: 4, arbitrary: fitting[name] ?? awkward }, { weight: 1, arbitrary: awkward })

const someNumber = fc.oneof(fc.integer({ min: -2, max: 200 }), fc.double(), fc.constantFrom(2 ** 53, 1e12, -0))
const word = fc.constantFrom('l1', 'l2', 'paper', 'reference', 'inverse', 'NaN', 'Infinity', 'steps', 'x', '\u0000', '\ud800', 'r1', '')
const scalar = fc.oneof(someNumber, word, fc.boolean(), fc.constant(null), awkward)
const someValue = fc.oneof(scalar, fc.array(fc.oneof(someNumber, word), { maxLength: 6 }), fc.dictionary(word, scalar, { maxKeys: 3 }))

/** Objects of the fields that a schema knows, and of some that it does not, with values of any kind. */
function bodyOf(schema: Record<string, unknown>): fc.Arbitrary<unknown> {
  const named =
    schema.$ref === undefined ? schema : (openapi.components.schemas[String(schema.$ref).split('/').at(-1) as string] as typeof schema)
  const branches = (named.anyOf ?? [named]) as { properties?: Record<string, unknown> }[]
  return fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...branches.map(({ properties = {} }) => fieldsOf(Object.keys(properties)))) },
    { weight: 1, arbitrary: someValue },
    { weight: 1, arbitrary: fc.anything() }
  )
}
const fieldsOf = (names: string[]) =>
  fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names, 'x') }, { weight: 1, arbitrary: awkward }), someValue, {
    maxKeys: 5
  })

function payloadOf(operation: Operation): fc.Arbitrary<{ type?: string; payload?: string | Buffer }> {
  const content = operation.requestBody?.content
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))
  )
  const otherType = fc.constantFrom(
    'text/plain',
    'application/json',
    'image/png',
    'x',
    '',
    'application/json; charset=latin1',
    'multipart/form-data; boundary=x'
  )
  const odd = fc.record({ type: otherType, payload: any }, { requiredKeys: [] })
  if (content === undefined) return fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: odd })
  const fit = Object.entries(content).map(([type, { schema }]) =>
    fc.record({
      type: fc.constant(type),
      payload: type.endsWith('json') && !type.includes('ndjson') ? bodyOf(schema).map((body) => JSON.stringify(body) ?? '') : linesOf(type)
    })
  )
  return fc.oneof({ weight: 8, arbitrary: fc.oneof(...fit) }, { weight: 1, arbitrary: odd })
}
const linesOf = (type: string): fc.Arbitrary<string | Buffer> => {
  if (type.includes('octet')) return fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))
  const line = type.includes('csv')
    ? fc.array(fc.oneof(scalar.map(String), fc.constantFrom('step', 'value', '"', '""')), { maxLength: 4 }).map((cells) => cells.join(','))
    : fc.oneof(
        fc.record({ step: scalar, value: scalar }).map((point) => JSON.stringify(point)),
        awkward
      )
  return fc.array(line, { maxLength: 5 }).map((all) => all.join('\n'))
}

const headerOf = fc.record(
  {
    accept: fc.constantFrom(
      '*/*',
      'application/json',
      'text/csv',
      'application/x-ndjson',
      'application/octet-stream',
      'image/png',
      'text/html',
      ';;,q=',
      'a/b;q=2'
    ),
    'accept-encoding': fc.constantFrom('gzip', 'br', 'zstd', 'identity;q=0', '*;q=0.5', ',,'),
    'content-encoding': fc.constantFrom('gzip', 'identity', 'zstd'),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"x", "y"', ',,', 'x'),
    'idempotency-key': fc.constantFrom('a', 'b', 'c', '', 'x'.repeat(300), 'ä'),
    'x-request-id': fc.constantFrom('id', '', 'a b', 'x'.repeat(500)),
    host: fc.constantFrom('localhost', '', '<script>', 'a b')
  },
  { requiredKeys: [] }
)

/** Halves of surrogate pairs cannot be in a URL at all. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))

const requestOf = (operation: Operation) => {
  const parameters = operation.parameters ?? []
  const of = (where: string) => parameters.filter((parameter) => parameter.in === where)
  const values = (list: Parameter[]) => fc.record(Object.fromEntries(list.map((parameter) => [parameter.name, parameterText(parameter)])))
  const query = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        Object.fromEntries(of('query').map((one) => [one.name === 'label' ? 'label.a' : one.name, parameterText(one)])),
        {
          requiredKeys: []
        }
      )
    },
    { weight: 1, arbitrary: fc.dictionary(awkward, awkward, { maxKeys: 2 }) }
  )
  return fc.record({
    path: values(of('path')),
    query,
    headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: headerOf }),
    body: payloadOf(operation)
  })
}

/** The statuses that no operation declares: those of paths that are none, which awkward parameters can make. */
const ofOtherPaths = ['404']

describe.each(operations.map((operation) => [operation.operationId, operation] as const))('%s', (_, operation) => {
  it('answers whatever it is sent as the contract says', async () => {
    await fc.assert(
      fc.asyncProperty(requestOf(operation), async ({ path, query, headers, body }) => {
        // A client takes such parts away before it sends anything.
        fc.pre(!Object.values(path).some((part) => /^\.+$/.test(part)))
        // What is told of a run that exists has no end: so of none, and of names that cannot be one.
        const before = operation.operationId === 'watchRun' ? 'none-' : ''
        const url = operation.path.replace(/\{(\w+)\}/g, (_whole, name) => encoded(before + (path as Record<string, string>)[name]))
        const search = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
        const answer = await send(operation.method.toUpperCase(), `${url}${search.length > 0 ? `?${search.join('&')}` : ''}`, {
          headers: { ...headers, ...(body.type === undefined ? {} : { 'content-type': body.type }) },
          ...(body.payload === undefined ? {} : { payload: body.payload })
        })
        expectDocumented(operation, answer, url)
      }),
      // What takes neither parameters nor a body meets few different requests.
      { numRuns: operation.parameters === undefined && operation.requestBody === undefined ? 15 : 60 }
    )
  })
})

function expectDocumented(operation: Operation, answer: LightMyRequestResponse, url: string): void {
  const status = String(answer.statusCode)
  const documented = operation.responses[status]
  if (documented === undefined && ofOtherPaths.includes(status) && /\/\/|\/$|\.\./.test(url)) return
  expect([status, Object.keys(operation.responses), answer.body.slice(0, 300)]).toEqual([
    documented === undefined || status === '500' ? 'a documented status' : status,
    Object.keys(operation.responses),
    answer.body.slice(0, 300)
  ])
  expect(answer.headers['x-request-id']).toBeDefined()
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] as string
  // A documented type may have parameters, as that of Prometheus' text has its version.
  const media = Object.entries(documented?.content ?? {}).find(([name]) => name.split(';')[0] === type)?.[1]
  if (documented?.content === undefined || answer.statusCode === 304) {
    expect(answer.body).toBe('')
    return
  }
  expect([type, media !== undefined]).toEqual([type, true])
  const isPlain = answer.headers['content-encoding'] === undefined && /json$/.test(type) && !type.includes('ndjson')
  if (isPlain && media !== undefined) expect(matches(media.schema, answer.json())).toBe(true)
}
