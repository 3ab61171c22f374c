/** A fraction in percent, as `4.2 %` or `87 %`. */
export const percent = (fraction: number): string => `${(100 * fraction).toFixed(fraction < 0.1 ? 1 : 0)} %`

/** A ratio to three digits, in powers of ten from a million on. */
export const times = (ratio: number): string => (ratio < 1e6 ? ratio.toPrecision(3) : ratio.toExponential(1))

/** A norm or a rate to four digits, without zeros at its end. */
export const amount = (value: number): string => String(Number(value.toPrecision(4)))
