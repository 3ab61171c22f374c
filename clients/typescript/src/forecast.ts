import { type ApiOptions, createApi, resultOf, type Schemas } from './api.ts'

export interface ForecastOptions extends ApiOptions, Omit<Schemas['ForecastRequest'], 'curves'> {}

/**
 * Fits a loss law to runs, and forecasts the end of one that goes on, other schedules, and cooldowns.
 * @param curves ids of runs, or `losses` with `learningRates` or `schedule`
 * @param options `candidates`, `branches`, `search`, `steps`, `law` and `points`, as in POST /v1/forecasts
 * @returns losses, each with the interval that holds 90 of 100
 * @throws TaperProblem the service refused: no losses or no rates are logged …
 */
export async function forecast(
  curves: string | Schemas['ForecastCurve'] | readonly (string | Schemas['ForecastCurve'])[],
  options: ForecastOptions = {}
): Promise<Schemas['Forecast']> {
  const { candidates, branches, search, steps, law, points, ...service } = options
  const api = createApi(service)
  const body = {
    curves: [curves].flat().map((curve) => (typeof curve === 'string' ? { runId: curve } : curve)),
    ...(candidates !== undefined && { candidates }),
    ...(branches !== undefined && { branches }),
    ...(search !== undefined && { search }),
    ...(steps !== undefined && { steps }),
    ...(law !== undefined && { law }),
    ...(points !== undefined && { points })
  }
  return await resultOf(api, api.POST('/v1/forecasts', { body: body as never }))
}
