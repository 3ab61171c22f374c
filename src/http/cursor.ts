import { createHash } from 'node:crypto'
import { invalid } from '../domain/problems.ts'

interface Position {
  at: string
  id: string
}

/**
 * Cursors name the list that they are of, its filter included, so that one of another list is told apart and not followed; a
 * checksum tells what never was a cursor.
 * @param list the path of the list and what narrows it
 */
export function cursorOf(list: string, position: Position | null): string | null {
  if (position === null) return null
  const { at, id } = position
  return Buffer.from(JSON.stringify([digest(list), at, id, digest(at, id)])).toString('base64url')
}

/** @throws Problem `invalid-request` for text that is no cursor, and for a cursor of another list */
export function positionOf(list: string, cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  const [of, at = '', id = '', checksum] = partsOf(cursor)
  if (checksum !== digest(at, id)) {
    throw invalid('query/cursor', 'is not a cursor of this service.', 'Send `nextCursor` of the previous page unchanged.')
  }
  if (of !== digest(list)) {
    throw invalid(
      'query/cursor',
      'belongs to another list, or to the same list with another filter.',
      'Leave `cursor` out to start at the newest item.'
    )
  }
  return { at, id }
}

function partsOf(cursor: string): string[] {
  // Node skips over what is no base64url, and over bits beyond the last byte.
  if (Buffer.from(cursor, 'base64url').toString('base64url') !== cursor) return []
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : []
  } catch {
    return []
  }
}

const digest = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)
