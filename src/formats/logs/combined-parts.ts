import { cellNumber } from './cell.ts'

/** How the norms of parts become that of the whole: √Σ² for ℓ₂, Σ for ℓ₁, the largest for ℓ∞. */
export type Combination = 'l2' | 'l1' | 'linf'

/** The cells of a record that are norms of parts. */
export class Parts {
  /** Records in which some of the parts are missing. */
  incomplete = 0
  readonly #cells: (number | string | undefined)[]
  readonly #by: Combination

  constructor(count: number, by: Combination) {
    this.#cells = new Array(count).fill(undefined)
    this.#by = by
  }

  put(part: number, cell: number | string): void {
    this.#cells[part] = cell
  }

  /** The norm of the whole; undefined where parts are missing, and the cell itself where one is no number. */
  combined(): number | string | undefined {
    let sum = 0
    let found = 0
    let odd: string | undefined
    for (let i = 0; i < this.#cells.length; i++) {
      const cell = this.#cells[i]
      this.#cells[i] = undefined
      const value = cell === undefined ? undefined : cellNumber(cell)
      if (value === undefined) continue
      if (value === null || value < 0) odd ??= String(cell)
      else {
        found++
        sum =
          this.#by === 'l2' ? Math.hypot(sum, value) : this.#by === 'l1' ? sum + value : Number.isNaN(value) ? value : Math.max(sum, value)
      }
    }
    if (odd !== undefined) return odd
    if (found === this.#cells.length) return sum
    if (found > 0) this.incomplete++
    return undefined
  }
}
