import { type Static, type TProperties, Type } from 'typebox'
import { chartSizes } from '../../formats/charts/chart.ts'

const size = ({ minimum, maximum }: { minimum: number; maximum: number }, description: string) =>
  Type.Optional(Type.Integer({ minimum, maximum, description }))

const common = {
  width: size(chartSizes.width, 'In pixels; 720 unless given.'),
  height: size(chartSizes.height, 'In pixels; 300 a plot unless given.'),
  theme: Type.Optional(Type.Enum(['auto', 'light', 'dark'], { description: 'Colours; `auto`, the default, follows the reader.' }))
}
const closed = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })

export const ChartQuery = closed(common)
export type ChartQuery = Static<typeof ChartQuery>

export const RunChartQuery = closed({
  norm: Type.Optional(Type.Enum(['l2', 'l1', 'linf'], { description: 'The series; unless given, the one that a refinement takes.' })),
  ...common
})
export type RunChartQuery = Static<typeof RunChartQuery>
