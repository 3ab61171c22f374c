import { describe, expect, it } from 'vitest'
import { allows, type Scope } from '../../../src/domain/access.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { bearer, type GivenKey, newKey } from '../../support/keys.ts'
import { type Operation, operations } from '../../support/openapi.ts'

// So low that a refinement of 200 norms is an operation.
const app = await testApp({}, { longFrom: 100 })
const administrator = (await newKey(app, { scope: 'admin', project: 'root' })).key

/** A project with eight keys, and things that hold a word which is found nowhere else. */
interface Team {
  word: string
  runId: string
  scheduleId: string
  operationId: string
  keys: GivenKey[]
}

async function teamOf(project: string, index: number): Promise<Team> {
  const keys: GivenKey[] = []
  for (const scope of ['read', 'write', 'admin', 'write', 'read', 'write', 'admin', 'read'] as const) {
    keys.push(await newKey(app, { project, scope }, administrator))
  }
  const headers = bearer((keys.find(({ scope }) => scope === 'write') as GivenKey).key)
  const send = async <T>(method: string, url: string, payload: object) => {
    const answer = await app.send(method, url, { headers, payload })
    expect(answer.statusCode).toBeLessThan(300)
    return answer.json<T>()
  }
  const [word, runId] = [`known-to-${project}-alone`, `run-${index}`]
  await send('PUT', `/v1/runs/${runId}`, { name: word, totalSteps: 50, peakLearningRate: 0.1, labels: { word }, optimizer: word })
  const values = Array.from({ length: 200 }, (_, step) => 2 + index + Math.sin(step))
  await send('POST', `/v1/runs/${runId}/gradient-norms`, { values: values.slice(0, 50) })
  const schedule = await send<{ id: string }>('POST', `/v1/runs/${runId}/schedules`, { name: word })
  const operation = await send<{ id: string }>('POST', '/v1/refinements', { values })
  await app.send('GET', `/v1/operations/${operation.id}`, { headers: { ...headers, prefer: 'wait=60' } })
  return { word, runId, scheduleId: schedule.id, operationId: operation.id, keys }
}

const teams: Team[] = []
for (const [index, project] of ['team-a', 'team-b', 'team-c'].entries()) teams.push(await teamOf(project, index))

/** The operations whose requests name what another project has, and what they are answered; all others name nothing. */
const namesAnother = ({ path, operationId }: Operation) =>
  operationId !== 'putRun' &&
  (/\{runId\}|schedules\/\{id\}|\{operationId\}|operations\/\{id\}/.test(path) ||
    [
      'refine',
      'boundSchedule',
      'compareSchedules',
      'auditLearningRates',
      'findBestPeak',
      'forecastLosses',
      'drawForecast',
      'probePeak',
      'createRun',
      'revokeKey'
    ].includes(operationId))

/** A request that names what a team has, wherever it can name something. */
function requestAbout({ runId, scheduleId, operationId }: Team, operation: Operation) {
  const id = operation.path.includes('/operations/') ? operationId : operation.path.includes('/keys/') ? 'nobody' : scheduleId
  const name = operation.path.includes('/optimizers/')
    ? 'sgd'
    : operation.path.includes('/problems/')
      ? 'internal'
      : operation.path.includes('/series/')
        ? 'loss'
        : 'linear'
  const ids: Record<string, string> = { runId, id, name, step: '1', target: 'csv' }
  const url = operation.path.replace(/\{(\w+)\}/g, (_, parameter: string) => ids[parameter] as string)
  const tensors = { w: { shape: [1], values: [1] } }
  const bodies: Record<string, object> = {
    refine: { runId },
    boundSchedule: { candidate: { scheduleId }, norms: { constant: 1 } },
    auditLearningRates: { learningRates: { values: [1, 1] }, against: { scheduleId } },
    findBestPeak: { runs: [{ runId }] },
    forecastLosses: { curves: [{ runId }] },
    drawForecast: { curves: [{ runId }] },
    probePeak: { runId },
    compareSchedules: { candidates: [{ rule: 'linear' }], norms: { runId } },
    createRun: { scheduleId },
    putRun: {},
    setRetention: { supersededDays: null },
    appendGradientNorms: { values: [1, 2, 3], startStep: 0 },
    appendSeries: { series: { loss: [1, 2, 3] }, startStep: 0 },
    importLog: { step: [0, 1, 2], loss: [1, 2, 3] },
    reportLog: { step: [0, 1, 2], grad_norm: [1, 2, 3] },
    createSchedule: { rule: 'linear', steps: 10 },
    createHorizon: { steps: 60 },
    initOptimizer: { parameters: tensors },
    stepOptimizer: { parameters: tensors, gradients: tensors },
    replayOptimizer: { parameters: tensors, steps: [{ gradients: tensors }] },
    createKey: { name: 'made', project: 'team-x', scope: 'read' }
  }
  return {
    method: operation.method.toUpperCase(),
    url: operation.operationId === 'listSchedules' ? `${url}?runId=${runId}` : url,
    ...(operation.requestBody === undefined ? {} : { payload: bodies[operation.operationId] ?? {} })
  }
}

/** What a team has, as its own key sees it. */
const contentOf = ({ runId, scheduleId, operationId, keys }: Team): Promise<string[]> =>
  Promise.all(
    [
      `/v1/runs/${runId}`,
      `/v1/runs/${runId}/gradient-norms`,
      `/v1/runs/${runId}/lineage`,
      `/v1/schedules/${scheduleId}`,
      `/v1/schedules/${scheduleId}/multipliers`,
      `/v1/operations/${operationId}`
    ].map(async (url) => {
      const answer = await app.send('GET', url, { headers: bearer(keys[0]?.key ?? '') })
      expect(answer.statusCode).toBe(200)
      return answer.body
    })
  )

const scopeOf = ({ security }: Operation): Scope | 'open' => (security[1] as { apiKey: [Scope] } | undefined)?.apiKey[0] ?? 'open'

describe('24 keys of three projects, on every operation of the contract, about what another project has', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s shows and changes nothing of it',
    async (_, operation) => {
      const needed = scopeOf(operation)
      const contents = () => Promise.all(operation.method === 'get' ? [] : teams.map(contentOf))
      const before = await contents()
      for (const [index, { word, keys }] of teams.entries()) {
        const other = teams[(index + 1) % teams.length] as Team
        for (const { key, scope } of keys) {
          const headers = bearer(key)
          const { method, url, ...more } = requestAbout(other, operation)
          const answer = await app.send(method, url, { ...more, headers })
          const told = [JSON.stringify(answer.headers), answer.body].join('\n').replaceAll(word, '')
          expect([scope, told.includes('-alone')]).toEqual([scope, false])
          if (needed !== 'open' && !allows(scope, needed)) {
            expect([scope, problemOf(answer).type]).toEqual([scope, '/problems/scope-required'])
          } else {
            const expected = namesAnother(operation) ? 404 : Math.min(answer.statusCode, 204)
            expect([scope, url, answer.statusCode < 300 ? expected : answer.statusCode, answer.body]).toEqual([
              scope,
              url,
              expected,
              answer.body
            ])
          }
          // A run of the other's id is one's own.
          if (operation.operationId === 'putRun' && answer.statusCode < 300) {
            expect((await app.send('DELETE', url, { headers })).statusCode).toBe(204)
          }
        }
      }
      expect(await contents()).toEqual(before)
    }
  )
})

describe('without a key, or with a wrong one', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))('%s is open, or a 401', async (_, operation) => {
    const { method, url, ...more } = requestAbout(teams[0] as Team, operation)
    for (const headers of [{}, bearer(`${administrator}0`), bearer('taper_'), { authorization: 'Basic eDp5' }]) {
      const answer = await app.send(method, url, { ...more, headers })
      if (scopeOf(operation) === 'open') expect(answer.statusCode).toBe(200)
      else {
        expect(problemOf(answer)).toMatchObject({ type: '/problems/key-required', status: 401 })
        expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="Taper"/)
      }
    }
  })

  it('paths that the contract does not have are what they are: of the page for trying calls, or none', async () => {
    expect((await app.send('GET', '/docs/')).statusCode).toBe(200)
    expect((await app.send('GET', '/docs/json')).statusCode).toBe(200)
    expect((await app.send('GET', '/v1/nothing')).statusCode).toBe(404)
    expect((await app.send('PUT', '/v1/keys')).statusCode).toBe(405)
    for (const path of ['/v1/runs', '/version']) expect((await app.send('HEAD', path)).statusCode).toBe(401)
  })
})
