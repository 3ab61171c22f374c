const [begin, end] = ['<!-- forecasts -->', '<!-- end of forecasts -->']

/** The part of a report between its marks; null where there is none. */
export function forecastsOf(report: string): string | null {
  const [from, to] = [report.indexOf(begin), report.indexOf(end)]
  return from < 0 || to < from ? null : report.slice(from + begin.length, to).trim()
}

/** As a section, between its marks. */
export const forecastsSection = (text: string): string => `## Forecasts of losses\n\n${begin}\n\n${text}\n\n${end}`

/** A report with this part in place of the one that it had. @throws Error where the report has none */
export function withForecasts(report: string, text: string): string {
  const old = forecastsOf(report)
  if (old === null) throw new Error('The report has no part on forecasts: run npm run evaluate.')
  return report.replace(old, () => text)
}
