import { expect, it } from 'vitest'
import { afterPrefix } from '../../../src/storage/run-repository.ts'

it('between a beginning and the text after it are the texts that begin so, and no others', () => {
  expect(afterPrefix('res_')).toBe('res`')
  expect(afterPrefix('a\ud7ff')).toBe('a\ue000')
  expect(afterPrefix('a\u{1f600}')).toBe('a\u{1f601}')
  expect(afterPrefix('ab\u{10ffff}\u{10ffff}')).toBe('ac')
  expect(afterPrefix('\u{10ffff}')).toBeNull()
})
