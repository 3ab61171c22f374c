import { checksumsAt } from './layout'

/**
 * CRC-32C of the bytes between two addresses, as TFRecord keeps it: rotated, with a constant added.
 * @see Kounavis and Berry, A Systematic Approach to Building High Performance CRC, 2005
 * @see https://www.tensorflow.org/tutorials/load_data/tfrecord
 */
export function maskedChecksum(start: u32, end: u32): u32 {
  let crc: u32 = 0xffffffff
  let at = start
  for (; at + 8 <= end; at += 8) {
    const low = load<u32>(at) ^ crc
    const high = load<u32>(at + 4)
    crc =
      entry(7, low & 0xff) ^
      entry(6, (low >> 8) & 0xff) ^
      entry(5, (low >> 16) & 0xff) ^
      entry(4, low >> 24) ^
      entry(3, high & 0xff) ^
      entry(2, (high >> 8) & 0xff) ^
      entry(1, (high >> 16) & 0xff) ^
      entry(0, high >> 24)
  }
  if (at + 4 <= end) {
    const four = load<u32>(at) ^ crc
    crc = entry(3, four & 0xff) ^ entry(2, (four >> 8) & 0xff) ^ entry(1, (four >> 16) & 0xff) ^ entry(0, four >> 24)
    at += 4
  }
  for (; at < end; at++) crc = (crc >> 8) ^ entry(0, (crc ^ load<u8>(at)) & 0xff)
  crc = ~crc
  return rotr(crc, 15) + 0xa282ead8
}

function entry(table: u32, byte: u32): u32 {
  return load<u32>(checksumsAt + (table << 10) + (byte << 2))
}
