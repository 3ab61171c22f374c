import { namesAt, namesMax, textsAt, textsMax } from './layout'

/**
 * The names of fields and tags, each with its column and what is done with it. Records mostly have the same names in the same order, so each
 * name remembers which came after it.
 */
let count: u32 = 0
let textsUsed: u32 = 0

/** A name in memory: 20 bytes. */
class Name {
  text: u32
  length: u32
  column: u32
  use: u32
  /** The name that came after it the last time. */
  next: Name
}

const nameBytes: u32 = 20

/** The name that was found last. */
export let latest: Name = changetype<Name>(namesAt)

/** Where a name stands that is not known. */
export let nameStart: u32 = 0
export let nameLength: u32 = 0

export function forgetNames(): void {
  count = 0
  textsUsed = 0
  latest = changetype<Name>(namesAt)
}

/** Makes the name known that was found unknown. @returns false where there is room for no more */
export function addName(column: u32, use: u32): bool {
  // Names are compared eight bytes at a time.
  if (count === namesMax || textsUsed + nameLength + 8 > textsMax) return false
  const name = changetype<Name>(namesAt + count++ * nameBytes)
  name.text = textsAt + textsUsed
  name.length = nameLength
  name.column = column
  name.use = use
  name.next = name
  memory.copy(name.text, nameStart, nameLength)
  textsUsed += nameLength + 8
  return true
}

/** Finds the name that stands here, and makes it the latest one; false where it is not known. */
export function findName(start: u32, length: u32): bool {
  if (count > 0) {
    const expected = latest.next
    if (expected.length === length && isSame(start, expected.text, length)) {
      latest = expected
      return true
    }
    for (let i: u32 = 0; i < count; i++) {
      const name = changetype<Name>(namesAt + i * nameBytes)
      if (name.length === length && isSame(start, name.text, length)) {
        latest.next = name
        latest = name
        return true
      }
    }
  }
  nameStart = start
  nameLength = length
  return false
}

/** Whether the name that is expected stands here, with a byte behind it; then it is the latest one. */
export function isExpected(start: u32, behind: u32): bool {
  if (count === 0) return false
  const expected = latest.next
  if (load<u8>(start + expected.length) !== behind || !isSame(start, expected.text, expected.length)) return false
  latest = expected
  return true
}

function isSame(a: u32, b: u32, length: u32): bool {
  let at: u32 = 0
  for (; at + 8 <= length; at += 8) if (load<u64>(a + at) !== load<u64>(b + at)) return false
  const rest = length - at
  if (rest === 0) return true
  return (load<u64>(a + at) ^ load<u64>(b + at)) << ((8 - rest) << 3) === 0
}
