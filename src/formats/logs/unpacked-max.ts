/** A log is packed to a hundredth of its length at best; what is packed further is none. */
export const ratioMax = 200
/** So much may be unpacked of any file. Bytes. */
const least = 2 ** 26

/** What may be unpacked of so many packed bytes. */
export const unpackedMaxOf = (packed: number): number => Math.max(least, ratioMax * packed)
