/** What the evaluation asks of the service, over HTTP. */

/** Multipliers of the peak learning rate, one a step. */
export interface Schedule {
  id: string
  multipliers: Float64Array
}

/** The parts of a refinement's report that the evaluation shows. */
export interface Report {
  bound: { gain: number }
  peak: { step: number; fraction?: number }
  warnings: { code: string }[]
  advice?: { verdict: string }
}

export interface RefinedSchedule extends Schedule {
  report: Report
}

export interface RunFields {
  optimizer: string
  totalSteps: number
  peakLearningRate: number
  weightDecay: number
  labels: Record<string, string>
}

export function connect(url: string, signal: AbortSignal) {
  async function request(method: string, path: string, body?: unknown, accept = 'application/json'): Promise<Response> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal
    })
    if (response.ok) return response
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  }
  const json = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> =>
    (await (await request(method, path, body)).json()) as Record<string, unknown>

  async function multipliersOf(id: string): Promise<Float64Array> {
    const { multipliers } = (await json('GET', `/v1/schedules/${id}/multipliers`)) as { multipliers: number[] }
    return Float64Array.from(multipliers)
  }

  return {
    /** A schedule by its rule. */
    async rule(rule: string, parameters: Record<string, unknown>, steps: number): Promise<Schedule> {
      const { id } = (await json('POST', '/v1/schedules', { rule, parameters, steps })) as { id: string }
      return { id, multipliers: await multipliersOf(id) }
    },

    /** What a refinement makes of norms that tell it nothing, since they are all equal. */
    async refinedFromEqualNorms(options: Record<string, unknown>, steps: number): Promise<Float64Array> {
      const values = new Array<number>(steps).fill(1)
      const { multipliers } = (await json('POST', '/v1/refinements', { ...options, values })) as { multipliers: number[] }
      return Float64Array.from(multipliers)
    },

    /** Creates the run and logs its series, each point with its step. */
    async logRun(id: string, fields: RunFields, steps: readonly number[], series: Record<string, Float64Array>): Promise<void> {
      await json('PUT', `/v1/runs/${id}`, fields)
      const picked = Object.entries(series).map(([name, values]) => [name, steps.map((step) => word(values[step]!))])
      await json('POST', `/v1/runs/${id}/series`, { steps, series: Object.fromEntries(picked) })
    },

    async refine(run: string, options: Record<string, unknown>): Promise<RefinedSchedule> {
      const { id, report } = (await json('POST', `/v1/runs/${run}/schedules`, options)) as { id: string; report: Report }
      return { id, report, multipliers: await multipliersOf(id) }
    },

    /** A chart as SVG. */
    async picture(path: string): Promise<string> {
      return await (await request('GET', path, undefined, 'image/svg+xml')).text()
    }
  }
}

export type Taper = ReturnType<typeof connect>

/** JSON has no NaN and no infinities; the service reads them as these words. */
const word = (value: number): number | string => (Number.isFinite(value) ? value : String(value))
