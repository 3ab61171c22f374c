import { rowBytesMax, stepsAt, textAt, valuesAt } from './layout'
import { lengthOf, writeDigits, writeJson, writeNumber, writeWord } from './text'

export { numbersMax, powersAt, stepsAt, textAt, valuesAt } from './layout'

/** So many numbers need as much memory. Bytes. */
export function bytesFor(count: u32): u32 {
  return textAt + count * rowBytesMax
}

/** A row for each number: step, comma, number. Steps are whole, of at most 53 bits. @returns the bytes of the text */
export function writeRows(count: u32): u32 {
  let at = textAt
  for (let i: u32 = 0; i < count; i++) {
    const step = u64(load<f64>(stepsAt + (i << 3)))
    const length = lengthOf(step)
    writeDigits(at, step, length)
    at += length
    store<u8>(at++, 0x2c)
    const value = load<f64>(valuesAt + (i << 3))
    at = value - value === 0 ? writeNumber(at, value) : writeWord(at, value)
    store<u8>(at++, 0x0a)
  }
  return at - textAt
}

/** The items of a JSON list, commas between them. @returns the bytes of the text */
export function writeItems(count: u32): u32 {
  let at = textAt
  for (let i: u32 = 0; i < count; i++) {
    if (i > 0) store<u8>(at++, 0x2c)
    at = writeJson(at, load<f64>(valuesAt + (i << 3)))
  }
  return at - textAt
}
