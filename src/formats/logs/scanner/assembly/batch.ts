import { columnsAt, endsAt, numbersMax, recordsMax, valuesAt } from './layout'

/** The records of a call, and why it ended. */

/** At the end of the bytes, or before a record that goes beyond it. */
export const ended: u32 = 0
/** There is room for no more. */
export const full: u32 = 1
/** Before a record of another kind. */
export const strange: u32 = 2
/** Before a record with a name that is not known: from `nameStart` on, `nameLength` bytes. */
export const unknown: u32 = 3

export let records: u32 = 0
export let stop: u32 = ended
/** How many numbers each record has, where all have the same columns in the same order; else 0. */
export let width: u32 = 0
let numbers: u32 = 0
let begun: u32 = 0
let isTable: bool = true

export function beginBatch(): void {
  records = 0
  numbers = 0
  begun = 0
  width = 0
  isTable = true
  stop = ended
}

/** Whether there is room for one more record of at least so many numbers; if not, the batch ends here. */
export function hasRoom(count: u32): bool {
  if (records < recordsMax && numbers + count <= numbersMax) return true
  // A record that fits into no batch is of another kind.
  stop = records === 0 ? strange : full
  return false
}

/** Adds a number to the record that is being read. */
export function put(column: u32, value: f64): void {
  store<u32>(columnsAt + (numbers << 2), column)
  // The columns of the first record stand at the beginning. One with more numbers is found by their count.
  if (records > 0 && load<u32>(columnsAt + ((numbers - begun) << 2)) !== column) isTable = false
  store<f64>(valuesAt + (numbers << 3), value)
  numbers++
}

/** The record is complete. */
export function endRecord(): void {
  store<u32>(endsAt + (records << 2), numbers)
  const count = numbers - begun
  width = records === 0 ? count : isTable && count === width ? width : 0
  records++
  begun = numbers
}

/** Takes back the numbers of the record that is being read: it is of another kind. */
export function abandon(why: u32): void {
  numbers = begun
  stop = why
}

/** How many numbers the record that is being read has. */
export function numbersOfRecord(): u32 {
  return numbers - begun
}
