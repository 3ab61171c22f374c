import { type ChartOptions, columnsMax } from '../../formats/charts/chart.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { RefinableNorm } from '../../refinement/options.ts'
import { chartColumns } from '../../workers/charts/compute.ts'
import { resolveForLog } from '../refinement/refine-log.ts'
import { emptyPicture, normsPicture } from './norms-picture.ts'

/**
 * The picture of one log, drawn in this process and thread, with no database.
 * @param steps of the schedule; what the log extends over unless given
 * @throws Problem `invalid-request`, `series-too-long`
 */
export function drawLog(
  points: LoggedNorms,
  { title, norm, steps }: { title: string; norm: RefinableNorm; steps?: number },
  options: ChartOptions
): string {
  if (points.values.length === 0) return emptyPicture(title, norm, options)
  const refinement = resolveForLog(points, steps === undefined ? { norm } : { norm, steps }, null)
  return normsPicture(title, norm, points, chartColumns({ norm, ...points, options: refinement, columns: columnsMax }), options)
}
