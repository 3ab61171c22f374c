/** f + (1 − f)x for x from 1 to 0, exact at both ends. */
export const decayTo = (f: number, x: number): number => (x === 1 ? 1 : f + (1 - f) * x)
