/** A point where two straight pieces of a schedule meet, or an end. */
export interface Knot {
  readonly step: number
  readonly multiplier: number
}
