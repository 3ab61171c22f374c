/** Where things lie in the memory, in bytes: the powers of ten, the numbers, the text. */

export const powersAt: u32 = 0x1000
export const valuesAt: u32 = 0x4000
/** As many numbers at a time. */
export const numbersMax: u32 = 0x2000
export const stepsAt: u32 = valuesAt + numbersMax * 8
export const textAt: u32 = stepsAt + numbersMax * 8
/** The longest row: a whole number of 16 digits, a comma, -1.2345678901234567e-308, a line feed; written by eight bytes. */
export const rowBytesMax: u32 = 64
