import { isDeepStrictEqual } from 'node:util'

async function answer<T>(url: string, status: number, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, init)
  const text = await response.text()
  if (response.status !== status) throw new Error(`${init.method ?? 'GET'} ${url} answered ${response.status}: ${text}`)
  return JSON.parse(text) as T
}

export interface Exercise {
  /** An API key, where the service wants one. */
  key?: string | undefined
  /** What an earlier call stored in the same database, which must still be there. */
  stored?: number[] | undefined
}

/**
 * The main job over HTTP: creates a run, posts norms, has the schedule refined and reads it.
 * @returns what is stored now
 */
export async function exerciseService(url: string, { key, stored }: Exercise = {}): Promise<number[]> {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const json = (method: string, body: object): RequestInit => ({
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  const run = `${url}/v1/runs/exercise`
  if (stored) {
    const { values } = await answer<{ values: number[] }>(`${run}/gradient-norms`, 200, { headers })
    if (!isDeepStrictEqual(values, stored)) throw new Error('the norms of the earlier start are not there')
  }
  const steps = 500
  const values = Array.from({ length: steps }, (_, step) => 1 + 4 * Math.exp(-step / 50))
  await answer(run, stored ? 200 : 201, json('PUT', { optimizer: 'sgd', totalSteps: steps }))
  const { appended, duplicates } = await answer<{ appended: number; duplicates: number }>(
    `${run}/gradient-norms`,
    200,
    json('POST', { values })
  )
  if (!isDeepStrictEqual([appended, duplicates], stored ? [0, steps] : [steps, 0])) throw new Error(`${appended} norms were appended`)
  // The same options on the same norms give the same schedule again.
  const { id } = await answer<{ id: string }>(`${run}/schedules`, stored ? 200 : 201, json('POST', {}))
  const { multipliers } = await answer<{ multipliers: number[] }>(`${url}/v1/schedules/${id}/multipliers`, 200, { headers })
  const peak = multipliers.indexOf(Math.max(...multipliers))
  if (multipliers.length !== steps || multipliers.at(-1) !== 0 || multipliers[peak] !== 1 || peak === 0) {
    throw new Error(`the refined schedule has ${multipliers.length} steps, its peak at ${peak}, and ends with ${multipliers.at(-1)}`)
  }
  return values
}
