import { expect, it } from 'vitest'
import { isAtLeast } from '../../../scripts/setup/node-version.ts'

it('a version of Node is compared by its major, then by its minor number', () => {
  expect(isAtLeast('20.19.0', [20, 19])).toBe(true)
  expect(isAtLeast('22.0.0', [20, 19])).toBe(true)
  expect(isAtLeast('20.18.3', [20, 19])).toBe(false)
  expect(isAtLeast('18.20.4', [20, 19])).toBe(false)
})
