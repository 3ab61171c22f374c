import { expect, it } from 'vitest'
import { BodyBudget } from '../../../src/http/body-budget.ts'

it('lets requests together take no more than there is', () => {
  const budget = new BodyBudget(100)
  const [one, other] = [budget.open(), budget.open()]
  expect(one.take(60)).toBe(true)
  expect(other.take(41)).toBe(false)
  expect(other.take(40)).toBe(true)
  expect(one.take(1)).toBe(false)
})

it('gets back what a request took, once, however often it is released', () => {
  const budget = new BodyBudget(100)
  const one = budget.open()
  one.take(100)
  one.release()
  one.release()
  const other = budget.open()
  expect(other.take(100)).toBe(true)
  expect(other.take(1)).toBe(false)
})
