/**
 * JSON Pointers, written and read.
 * @see RFC 6901, JavaScript Object Notation (JSON) Pointer
 */

/** The pointer to a part of what another points to: a field by its name, an item of a list by its index. */
export const pointerTo = (pointer: string, ...path: readonly (string | number)[]): string =>
  path.reduce<string>((place, part) => `${place}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`, pointer)

/** The names and indices of a pointer, from the outside in; none for the whole. */
export const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The value that a pointer points to; undefined where there is none. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>(
    (level, part) =>
      typeof level === 'object' && level !== null && Object.hasOwn(level, part) ? (level as Record<string, unknown>)[part] : undefined,
    value
  )
