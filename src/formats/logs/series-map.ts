import { fixOfName } from '../../domain/closest-name.ts'
import { invalid } from '../../domain/problems.ts'
import { isSeriesName, type SeriesName, seriesNames } from '../../domain/series.ts'

/**
 * Columns by the series that they shall be, from texts as `l2=grad_norm`; null for a series that is left out, as `loss=`.
 * @throws Problem `invalid-request` for what is no series, or is there twice
 */
export function seriesMap(texts: readonly string[]): Map<SeriesName, string | null> {
  const map = new Map<SeriesName, string | null>()
  for (const text of texts) {
    const at = text.indexOf('=')
    const name = at === -1 ? text : text.slice(0, at)
    if (at === -1) throw invalid('query/map', `${JSON.stringify(text)} is no <series>=<column>.`, 'Send it as l2=grad_norm.')
    if (!isSeriesName(name)) {
      throw invalid('query/map', `${JSON.stringify(name)} is not the name of a series.`, fixOfName(name, seriesNames))
    }
    if (map.has(name)) throw invalid('query/map', `The series ${name} is there twice.`, 'Send it once.')
    map.set(name, text.slice(at + 1) === '' ? null : text.slice(at + 1))
  }
  return map
}
