import { expect, it } from 'vitest'
import { partsOf, pointerTo, valueAt } from '../../../src/domain/json-pointer.ts'

it('writes names with slashes and tildes so that they read back', () => {
  expect(pointerTo('/a', 'b/c', 'd~e', 0)).toBe('/a/b~1c/d~0e/0')
  for (const parts of [[], [''], ['a/b', '~1', '~0', '~'], ['0', 'x y']]) expect(partsOf(pointerTo('', ...parts))).toEqual(parts)
})

// The examples of RFC 6901, section 5.
const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'g|h': 4, 'i\\j': 5, 'k"l': 6, ' ': 7, 'm~n': 8 }
it.each([
  ['', document],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
  ['/nothing/there', undefined],
  ['/constructor', undefined]
])('finds what %j points to', (pointer, expected) => {
  expect(valueAt(document, pointer)).toEqual(expected)
})
