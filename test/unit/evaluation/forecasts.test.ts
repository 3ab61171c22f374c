import { describe, expect, test } from 'vitest'
import { forecastsOf, forecastsSection, withForecasts } from '../../../evaluation/forecasts/forecasts-part.ts'
import { measureForecasts } from '../../../evaluation/forecasts/measure.ts'
import { ownFamilies, publishedFamilies } from '../../../evaluation/forecasts/read-curves.ts'
import { forecastsText, judgeForecasts } from '../../../evaluation/forecasts/report.ts'

describe('the evaluation of forecasts', () => {
  const here = measureForecasts('here', ownFamilies().slice(0, 2))

  test('measures every law on runs that were not fitted', () => {
    for (const { fit, rmse, endErrors, covered, pairs, regret } of here.fits) {
      expect([fit, rmse.length, endErrors.length, covered.length]).toEqual([fit, ...new Array(3).fill(fit.includes(' and ') ? 2 : 4)])
      expect(Math.max(...rmse, ...endErrors.map(Math.abs))).toBeLessThan(0.5)
      expect(pairs.right).toBeLessThanOrEqual(pairs.all)
      expect(regret).toBeGreaterThanOrEqual(0)
    }
    expect(here.ownEnds.every(({ toFall }) => toFall > 0)).toBe(true)
  })

  test('has a part of the report that can be written anew by itself', () => {
    const text = forecastsText(here, null, judgeForecasts(here))
    const report = `# Evaluation\n\n${forecastsSection('old')}\n\n## What is weak\n`
    const written = withForecasts(report, text)
    expect(forecastsOf(written)).toBe(text)
    expect(written).toContain('## What is weak')
    expect(text).not.toMatch(/NaN|undefined/)
    expect(() => withForecasts('# Evaluation', text)).toThrow(/no part on forecasts/)
  })

  test('refuses a folder without published curves, and says what is wanted', () => {
    expect(() => publishedFamilies(import.meta.dirname)).toThrow(/cosine_24000\.csv/)
  })
})
