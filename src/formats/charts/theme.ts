export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

interface Colours {
  readonly paper: string
  readonly ink: string
  readonly muted: string
  readonly grid: string
  readonly band: string
  readonly first: string
  readonly second: string
}

/** Blue and orange are distinct for colour-blind eyes too. Text has a contrast of at least 4.5 with the paper. */
const light: Colours = {
  paper: '#ffffff',
  ink: '#1f2328',
  muted: '#59636e',
  grid: '#e4e7eb',
  band: '#cdd3db',
  first: '#0a5fc2',
  second: '#b3500b'
}
const dark: Colours = {
  paper: '#0d1117',
  ink: '#e6edf3',
  muted: '#9198a1',
  grid: '#232a33',
  band: '#3c4652',
  first: '#62adff',
  second: '#f0933e'
}

const rules = ({ paper, ink, muted, grid, band, first, second }: Colours): string =>
  `.paper{fill:${paper}}text{fill:${ink}}.muted{fill:${muted}}.halo{stroke:${paper}}.grid{stroke:${grid}}.band{fill:${band};stroke:${band};stroke-linejoin:round}` +
  `.first{stroke:${first}}.second{stroke:${second}}.third{stroke:${muted}}.t1{fill:${first}}.t2{fill:${second}}`

const fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif"

/** The style of a chart; `auto` follows the reader's theme, and is light on paper. Uses no CSS variables, which not every renderer supports. */
export const styleOf = (theme: Theme): string =>
  `text{font:12px ${fonts}}.head{font-weight:600;font-size:13px}.end{text-anchor:end}.mid{text-anchor:middle}` +
  '.grid{stroke-width:1}.line{fill:none;stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}.dashed{stroke-dasharray:5 4}.dotted{stroke-dasharray:1 4}' +
  '.halo{fill:none;stroke-width:4;stroke-linejoin:round}' +
  rules(theme === 'dark' ? dark : light) +
  (theme === 'auto' ? `@media screen and (prefers-color-scheme:dark){${rules(dark)}}` : '')
