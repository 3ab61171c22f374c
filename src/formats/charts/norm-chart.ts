import type { NormName } from '../../domain/gradient-norm.ts'
import type { Columns } from './columns.ts'
import type { Panel } from './panel.ts'
import { normScale } from './scale.ts'

const symbols: Readonly<Record<NormName, string>> = { l1: 'ℓ₁', l2: 'ℓ₂', linf: 'ℓ∞' }

/** The panel of logged norms, as a band from smallest to largest, and of their median filter, as a line. */
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
