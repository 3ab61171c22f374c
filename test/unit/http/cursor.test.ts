import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Problem } from '../../../src/domain/problems.ts'
import { cursorOf, positionOf } from '../../../src/http/cursor.ts'

const position = { at: '1795471286389125', id: '01a20a6d-a072-7305-ac7b-e0a9ae0b1bab' }
const problem = (work: () => unknown): Problem | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

it('leads back to where its page ended', () => {
  expect(positionOf('/v1/runs', cursorOf('/v1/runs', position) ?? '')).toEqual(position)
})

it('is null on the last page, and nothing without one', () => {
  expect(cursorOf('/v1/runs', null)).toBeNull()
  expect(positionOf('/v1/runs', undefined)).toBeUndefined()
})

it('of another list, or of this one with another filter, is told apart', () => {
  const cursor = cursorOf('/v1/runs?name=a', position) ?? ''
  for (const list of ['/v1/runs', '/v1/runs?name=b', '/v1/schedules']) {
    expect(problem(() => positionOf(list, cursor))?.errors).toMatchObject([{ pointer: 'query/cursor', detail: /another list/ }])
  }
})

it('that was never given is no cursor, whatever its text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.json().map((text) => Buffer.from(text).toString('base64url'))
      ),
      (text) => {
        expect(problem(() => positionOf('/v1/runs', text))?.type).toBe('invalid-request')
      }
    )
  )
})

it('that was changed in any letter leads nowhere else', () => {
  const cursor = cursorOf('/v1/runs', position) ?? ''
  for (let i = 0; i < cursor.length; i++) {
    const changed = cursor.slice(0, i) + (cursor[i] === 'A' ? 'B' : 'A') + cursor.slice(i + 1)
    const result = problem(() => expect(positionOf('/v1/runs', changed)).toEqual(position))
    if (result !== null) expect(result.type).toBe('invalid-request')
  }
})
