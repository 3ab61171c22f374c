import type { FastifyReply } from 'fastify'
import { type ChartOptions, chartSizes } from '../formats/charts/chart.ts'
import { mediaTypes } from './media-types.ts'
import type { ChartQuery } from './schemas/charts.ts'

/** A picture as an answer. */
export const pictureAnswer = {
  description: 'The picture.',
  content: {
    [mediaTypes.svg]: { schema: { type: 'string' }, examples: { picture: { value: '<svg xmlns="http://www.w3.org/2000/svg">…</svg>' } } }
  }
}

/** What a query asks of a picture, with what is usual where it does not say. */
export const chartOptionsOf = (
  { width = chartSizes.width.default, height, theme = 'auto' }: ChartQuery,
  usualHeight: number
): ChartOptions => ({
  width,
  height: height ?? usualHeight,
  theme
})

/** A picture that is opened by itself runs and loads nothing. */
export const sendPicture = (reply: FastifyReply, svg: string): FastifyReply =>
  reply
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .type(`${mediaTypes.svg}; charset=utf-8`)
    .send(svg)
