import { type TString, type TStringOptions, Type } from 'typebox'

/**
 * Text that every store can hold: Unicode without the null character, which PostgreSQL has no place for, and without halves of
 * surrogate pairs, which UTF-8 has none for.
 * @param max length in characters
 */
export const text = (max: number, options: TStringOptions = {}): TString =>
  Type.String({ maxLength: max, pattern: '^[^\\u0000]*$', format: 'unicode', ...options })
