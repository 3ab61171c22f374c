import type { NormName } from '../../domain/gradient-norm.ts'
import type { Columns } from './columns.ts'
import type { Panel } from './panel.ts'
import { normScale } from './scale.ts'

const symbols: Readonly<Record<NormName, string>> = { l1: 'ℓ₁', l2: 'ℓ₂', linf: 'ℓ∞' }

/** Norms as they were logged, from the smallest to the largest of each column, and after the median filter. */
export function normPanel(norm: NormName, raw: Columns, filtered: Columns | null, from: number, to: number, nonFinite: number): Panel {
  const scale = normScale(filtered === null ? [raw] : [raw, filtered], 4)
  const lost = nonFinite === 0 ? '' : `, ${nonFinite} not finite`
  return {
    heading: `Gradient norm, ${symbols[norm]}${scale.isLog ? ', logarithmic' : ''}${lost}`,
    series: [
      { columns: raw, kind: 'band', label: 'logged' },
      ...(filtered === null ? [] : [{ columns: filtered, kind: 'first' as const, label: 'median' }])
    ],
    scale,
    from,
    to
  }
}
