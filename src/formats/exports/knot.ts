/** A corner of straight pieces. */
export interface Knot {
  readonly step: number
  readonly multiplier: number
}
