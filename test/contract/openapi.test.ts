import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { type ProblemName, problems } from '../../src/domain/problems.ts'
import { openapi, operations } from '../support/openapi.ts'

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema(openapi, 'openapi.json')

/** Problems of paths that are not in the document: no operation can declare them. */
const ofNoOperation: ProblemName[] = ['not-found', 'method-not-allowed']

describe('the OpenAPI document', () => {
  it('is version 3.1, without leftovers of 3.0', () => {
    expect(openapi.openapi).toBe('3.1.0')
    const text = JSON.stringify(openapi)
    expect(text).not.toMatch(/"nullable"|"x-number-list"|Default Response/)
  })

  it.each(operations.map((operation) => [operation.operationId, operation] as const))('tells what %s is', (_, operation) => {
    expect(operation.summary.length).toBeGreaterThan(5)
    expect(operation.description.length).toBeGreaterThan(10)
    expect(operation.tags).toHaveLength(1)
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(response.description).not.toBe('')
      expect(response.headers).toHaveProperty('X-Request-Id')
      for (const [type, { examples, schema }] of Object.entries(response.content ?? {})) {
        expect(type === 'application/problem+json').toBe(Number(status) >= 400 && !(status === '503' && type === 'application/json'))
        if (!isBinary(schema))
          expect([status, type, Object.keys(examples ?? {}).length > 0 || type === 'text/html']).toEqual([status, type, true])
      }
    }
    for (const [type, { examples, schema }] of Object.entries(operation.requestBody?.content ?? {})) {
      if (!isBinary(schema)) expect([type, Object.keys(examples ?? {}).length > 0]).toEqual([type, true])
    }
  })

  it('gives examples that match their schemas', () => {
    for (const { operationId, requestBody, responses } of operations) {
      const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)]
      for (const content of contents) {
        for (const { schema, examples = {} } of Object.values(content ?? {})) {
          const check = ajv.compile(within(schema))
          for (const [name, example] of Object.entries(examples)) {
            const { value } =
              '$ref' in example ? (openapi.components.examples[example.$ref.split('/').at(-1) as string] as { value: unknown }) : example
            expect([operationId, name, check(value), check.errors]).toEqual([operationId, name, true, null])
          }
        }
      }
    }
  })

  it('declares every problem on some operation, but for those of paths that it does not have', () => {
    const declared = new Set(
      operations.flatMap(({ responses }) =>
        Object.values(responses).flatMap(({ content }) => Object.keys(content?.['application/problem+json']?.examples ?? {}))
      )
    )
    const expected = Object.keys(problems).filter((name) => !ofNoOperation.includes(name as ProblemName))
    expect([...declared].sort()).toEqual(expected.sort())
    for (const name of ofNoOperation) expect(openapi.info.description).toContain(name)
  })

  it('says of every operation which scope it needs', () => {
    const scopes = Object.fromEntries(operations.map(({ operationId, security }) => [operationId, scopeOf(security)]))
    expect(scopes).toEqual(neededScopes)
  })

  it('declares what a request without a key, or with one of too little scope, is answered', () => {
    for (const { operationId, security, responses } of operations) {
      const scope = scopeOf(security)
      const problemsOf = (status: string) => Object.keys(responses[status]?.content?.['application/problem+json']?.examples ?? {})
      expect([operationId, problemsOf('401').includes('key-required')]).toEqual([operationId, scope !== 'open'])
      expect([operationId, problemsOf('429').includes('too-many-requests')]).toEqual([operationId, scope !== 'open'])
      expect([operationId, problemsOf('403').includes('scope-required')]).toEqual([operationId, scope === 'write' || scope === 'admin'])
    }
  })

  it('names every operation once', () => {
    const names = operations.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
  })
})

/**
 * The scope that each operation needs: written out, so that whoever adds one decides. `open` is what holds no data; `read` also is what
 * computes and stores nothing.
 */
const neededScopes: Record<string, string> = {
  getEntrance: 'open',
  getLiveness: 'open',
  getReadiness: 'open',
  getOpenapi: 'open',
  listProblems: 'open',
  getProblem: 'open',
  getVersion: 'read',
  getMetrics: 'read',
  whoami: 'read',
  listRuns: 'read',
  getRun: 'read',
  watchRun: 'read',
  getLineage: 'read',
  drawForecast: 'read',
  drawRun: 'read',
  readGradientNorms: 'read',
  readSeries: 'read',
  viewSeries: 'read',
  refine: 'read',
  previewRefinement: 'read',
  listSchedules: 'read',
  getSchedule: 'read',
  readMultipliers: 'read',
  getMultiplier: 'read',
  drawSchedule: 'read',
  fitSchedule: 'read',
  listExportTargets: 'read',
  exportSchedule: 'read',
  listScheduleRules: 'read',
  getScheduleRule: 'read',
  auditLearningRates: 'read',
  boundSchedule: 'read',
  findBestPeak: 'read',
  forecastLosses: 'read',
  compareSchedules: 'read',
  getOperation: 'read',
  listOptimizers: 'read',
  getOptimizer: 'read',
  getOptimizerGolden: 'read',
  initOptimizer: 'read',
  stepOptimizer: 'read',
  replayOptimizer: 'read',
  listOperations: 'read',
  probePeak: 'read',
  reportRun: 'read',
  reportLog: 'read',
  createRun: 'write',
  putRun: 'write',
  patchRun: 'write',
  deleteRun: 'write',
  appendGradientNorms: 'write',
  appendSeries: 'write',
  importLog: 'write',
  createRefinedSchedule: 'write',
  createSchedule: 'write',
  createHorizon: 'write',
  deleteSchedule: 'write',
  cancelOperation: 'write',
  createKey: 'admin',
  listKeys: 'admin',
  revokeKey: 'admin',
  listAuditRecords: 'admin',
  getRetention: 'admin',
  setRetention: 'admin',
  resetRetention: 'admin'
}

/** `open`, or the scope in the one way to authenticate that there is besides none. */
function scopeOf(security: readonly unknown[]): string {
  if (security.length === 0) return 'open'
  const [none, { apiKey }] = security as [object, { apiKey: string[] }]
  expect([none, apiKey.length]).toEqual([{}, 1])
  return apiKey[0] as string
}

const isBinary = (schema: unknown): boolean => (schema as { format?: string }).format === 'binary'

/** A schema whose references lead into the document. */
const within = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi.json#/components')) as object
