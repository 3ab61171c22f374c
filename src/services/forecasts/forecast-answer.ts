import type { ForecastResult } from '../../forecasts/forecast.ts'

/** Where the steps of two runs of one schedule differ by less, it is chance: √2 standard deviations. */
const twoSeeds = Math.SQRT2

/** A found schedule without its path. */
const found = ({ rule, parameters, forecast }: NonNullable<ForecastResult['search']>['atPeak'][number]) => ({
  rule,
  parameters,
  finalLoss: forecast.loss,
  interval: forecast.interval
})

/** What a forecast answers. */
export function forecastAnswer(result: ForecastResult) {
  const { search, ...rest } = result
  return {
    law: rest.law,
    parameters: rest.parameters,
    fit: rest.fit,
    identified: rest.identified,
    self: rest.self,
    forecasts: rest.forecasts,
    search: search === null ? null : searchAnswer(search, rest.fit.rmse),
    summary: summaryOf(result),
    warnings: rest.warnings
  }
}

export type ForecastAnswer = ReturnType<typeof forecastAnswer>

/** @param rmse how far the law is from the losses that it was fitted to: it tells no smaller difference from none */
function searchAnswer(
  { steps, peakLearningRate, warmup, tried, atPeak, atOwnPeak, scatter }: NonNullable<ForecastResult['search']>,
  rmse: number
) {
  const [first, ...others] = atPeak
  const apart = others.length === 0 ? 0 : others.at(-1)!.forecast.loss - first!.forecast.loss
  const seeds = twoSeeds * scatter
  const isMore = apart > Math.max(seeds, rmse)
  const detail =
    `The three differ by ${short(apart)}. The law misses the logged losses by ${short(rmse)} (rmse), and two seeds of one schedule differ by ` +
    `${short(seeds)} or more, from the scatter of the losses around their trend. ` +
    (isMore ? 'The first is ahead of the last by more than both; seeds may differ by more still.' : 'So any of them is as good.')
  return { steps, peakLearningRate, warmup, tried, atPeak: atPeak.map(found), apart, seeds, isMoreThanSeeds: isMore, atOwnPeak, detail }
}

/** Candidates that are named in a sentence. */
const namedMax = 3

function summaryOf({ law, fit, identified, self, forecasts, search }: ForecastResult): string {
  const curves = fit.curves.length === 1 ? 'one curve' : `${fit.curves.length} curves`
  const parts = [`By ${law}, fitted to ${curves} (${fit.points} points, rmse ${short(fit.rmse)})`]
  if (self !== null) {
    const by = self.laws.length > 1 ? ` (median of ${self.laws.length} laws)` : self.laws[0] === law ? '' : ` (by ${self.laws[0]})`
    parts.push(`the run ends at ${lossText(self)} after ${self.steps} steps${by}`)
  }
  const ranked = [...forecasts].sort((a, b) => a.finalLoss - b.finalLoss)
  const [best, ...others] = ranked
  if (best !== undefined) {
    const behind = others.slice(0, namedMax - 1).map((one) => `${one.name} ${short(one.finalLoss - best.finalLoss)} above it`)
    parts.push(`${best.name} ends at ${lossText(best)}${behind.length === 0 ? '' : `, ${behind.join(', ')}`}`)
  }
  const found = search?.atPeak[0]
  if (found !== undefined) {
    const { forecast } = found
    parts.push(`the best schedule that was found ends at ${lossText({ finalLoss: forecast.loss, interval: forecast.interval })}`)
  }
  if (self === null && best === undefined && found === undefined) parts.push('nothing was asked for')
  const wide = identified ? '' : ' No decay was seen: what one gives comes from priors, so the intervals are wide.'
  return `${parts[0]}: ${parts.slice(1).join('; ')}. Intervals hold 90 of 100 losses, if the law holds.${wide}`
}

const lossText = ({ finalLoss, interval: { low, high } }: { finalLoss: number; interval: { low: number; high: number } }): string =>
  `${short(finalLoss)} (${short(low)} to ${short(high)})`

const short = (value: number): string => String(Number(value.toPrecision(4)))
