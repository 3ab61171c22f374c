/**
 * A function of rows of numbers with parameters, and its derivative. Rows lie one after the other, in memory of
 * memory.ts; arrays may be longer than the rows that are meant. A layer keeps what `backward` needs of the last `forward`.
 */
export interface Layer {
  /** Numbers in a row that goes in, and in one that comes out. */
  inputs: number
  outputs: number
  /** Number of parameters. */
  size: number
  /** Draws the first parameters. `normal` gives numbers of mean 0 and variance 1. */
  initialize(parameters: Float64Array, normal: () => number): void
  forward(parameters: Float64Array, x: Float64Array, y: Float64Array, rows: number): void
  /**
   * The chain rule, for the x and y of the last `forward`.
   * @param dy derivative of the loss by y
   * @param gradient derivative by the parameters; is added to
   * @param dx derivative by x; is overwritten. null where nobody asks
   */
  backward(
    parameters: Float64Array,
    x: Float64Array,
    y: Float64Array,
    dy: Float64Array,
    gradient: Float64Array,
    dx: Float64Array | null,
    rows: number
  ): void
}
