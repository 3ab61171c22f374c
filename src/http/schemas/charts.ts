import { type Static, type TProperties, Type } from 'typebox'
import { normNames } from '../../domain/gradient-norm.ts'
import { chartSizes } from '../../formats/charts/chart.ts'
import { themes } from '../../formats/charts/theme.ts'

const size = ({ minimum, maximum }: { minimum: number; maximum: number }, description: string) =>
  Type.Optional(Type.Integer({ minimum, maximum, description }))

const common = {
  width: size(chartSizes.width, 'Width in pixels. Default: 720.'),
  height: size(chartSizes.height, 'Height in pixels. Default: 300 per plot.'),
  theme: Type.Optional(Type.Enum(themes, { description: 'Colours. `auto`, the default, follows the viewer.' }))
}
const closed = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })

export const ChartQuery = closed(common)
export type ChartQuery = Static<typeof ChartQuery>

export const RunChartQuery = closed({
  norm: Type.Optional(Type.Enum(normNames, { description: 'Which series. Default: as for a refinement.' })),
  ...common
})
export type RunChartQuery = Static<typeof RunChartQuery>
