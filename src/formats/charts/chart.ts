import { type Panel, panelSvg } from './panel.ts'
import { svgText } from './svg-text.ts'
import { styleOf, type Theme } from './theme.ts'

export interface ChartOptions {
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly theme: Theme
}

/** Sizes of a picture in pixels; default heights for one plot and for two. */
export const chartSizes = {
  width: { minimum: 240, default: 720, maximum: 2400 },
  height: { minimum: 160, one: 300, two: 560, maximum: 2400 }
} as const

/** Most columns of a line: finer than a screen shows, yet small. */
export const columnsMax = 600

/** Draws panels below each other as an SVG without scripts, links or embedded fonts. */
export const chartSvg = (title: string, description: string, panels: readonly Panel[], { width, height, theme }: ChartOptions): string =>
  `${svgElement(title, description, panels, { width, height }, { ids: '', attributes: ' xmlns="http://www.w3.org/2000/svg"', style: `<style>${styleOf(theme)}</style>` })}\n`

/** The same as a part of a page, which has the style of charts. @param id of the picture among those of the page */
export const inlineChart = (
  id: string,
  title: string,
  description: string,
  panels: readonly Panel[],
  size: Pick<ChartOptions, 'width' | 'height'>
): string => svgElement(title, description, panels, size, { ids: `${id}-`, attributes: '', style: '' })

function svgElement(
  title: string,
  description: string,
  panels: readonly Panel[],
  { width, height }: Pick<ChartOptions, 'width' | 'height'>,
  { ids, attributes, style }: { ids: string; attributes: string; style: string }
): string {
  const frame = (index: number) => ({
    left: 0,
    top: 8 + ((height - 8) / panels.length) * index,
    width,
    height: (height - 8) / panels.length
  })
  return (
    `<svg${attributes} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${ids}t ${ids}d">` +
    `<title id="${ids}t">${svgText(title)}</title><desc id="${ids}d">${svgText(description)}</desc>${style}` +
    `<rect class="paper" width="${width}" height="${height}"/>` +
    `${panels.map((panel, index) => panelSvg(panel, frame(index))).join('')}</svg>`
  )
}
