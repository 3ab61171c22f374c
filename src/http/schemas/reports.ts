import { type Static, Type } from 'typebox'
import { RefinementOptions } from '../../refinement/options.ts'

const { norm, preset, steps } = RefinementOptions.properties

/** What a person may choose of a report. */
export const ReportQuery = Type.Object({ norm, preset, steps }, { additionalProperties: false })
export type ReportQuery = Static<typeof ReportQuery>
