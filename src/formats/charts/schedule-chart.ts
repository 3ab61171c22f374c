import type { Columns } from './columns.ts'
import type { Panel } from './panel.ts'
import { linearScale } from './scale.ts'

/** A named rule drawn beside a schedule. */
export interface RuleBeside {
  readonly name: string
  readonly columns: Columns
}

/** The panel of multipliers over steps, of the nearest rule, and of the schedule of preset paper where the schedule is another. */
export const multiplierPanel = (
  label: string,
  columns: Columns,
  steps: number,
  beside: RuleBeside | null,
  paper: Columns | null = null
): Panel => ({
  heading: 'Learning rate, as a multiplier of its peak',
  series: [
    ...(beside === null
      ? []
      : [{ columns: beside.columns, kind: paper === null ? ('second' as const) : ('third' as const), label: beside.name }]),
    ...(paper === null ? [] : [{ columns: paper, kind: 'second' as const, label: 'paper' }]),
    { columns, kind: 'first', label }
  ],
  scale: linearScale(0, 1.06, 4),
  from: 0,
  to: steps - 1
})
