/**
 * JSON of an answer. Numbers that JSON lacks are the strings "NaN", "Infinity" and "-Infinity"; lists of many numbers have their
 * own writers in `formats/`.
 */
export const toJson = (value: unknown): string => JSON.stringify(value, nonFiniteAsText)

const nonFiniteAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
