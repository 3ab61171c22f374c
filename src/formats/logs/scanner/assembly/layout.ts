/** Where things lie in the memory that the scanner shares with who calls it. Addresses are in bytes. */

/** 10^0 … 10^22 as float64. */
export const exactPowersAt: u32 = 0x100
/** 5^−342 … 5^308, 128 bits each: the high half, then the low one. */
export const powersAt: u32 = 0x400
/** Eight tables of CRC-32C, 256 words each. */
export const checksumsAt: u32 = 0x3000
/** What each cell of a row is: a column and a use, 32 bits each. */
export const cellsAt: u32 = 0x10000
export const cellsMax: u32 = 0x4000
/** The names that are known; see `names.ts`. */
export const namesAt: u32 = 0x30000
export const namesMax: u32 = 4096
/** Their texts, one behind the other. */
export const textsAt: u32 = 0x50000
export const textsMax: u32 = 0x100000
/** For each record that was taken, how many numbers there are up to its end. 32 bits. */
export const endsAt: u32 = 0x150000
export const recordsMax: u32 = 0x2000
/** The numbers that were taken: their columns, and they themselves. */
export const columnsAt: u32 = 0x160000
export const valuesAt: u32 = 0x180000
export const numbersMax: u32 = 0x8000
/** The bytes that are scanned; readable up to 64 bytes behind their end. */
export const inputAt: u32 = 0x1c0000
