import { expect, it } from 'vitest'
import { addressOf, rangeOf, routeOf } from '../../../web/state/route.ts'

it('an address leads back to what it was made of, whatever is in it', () => {
  const address = addressOf(['runs', 'a/b ?#ä'], { search: 'x=1 & y', with: ['one', 'two'], from: 0, left: null, off: false })
  const { path, query } = routeOf(address)
  expect(path).toEqual(['runs', 'a/b ?#ä'])
  expect([query.get('search'), query.getAll('with'), query.get('from')]).toEqual(['x=1 & y', ['one', 'two'], '0'])
  expect([query.has('left'), query.has('off')]).toEqual([false, false])
})

it('an address that was cut off is read as far as it goes', () => {
  expect(routeOf('#/runs/%E0%A4%A').path).toEqual(['runs', '%E0%A4%A'])
  expect(routeOf('').path).toEqual([])
})

it.each([
  ['from=5&to=9', [5, 9]],
  ['from=9&to=5', null],
  ['from=x&to=9', null],
  ['to=9', null]
])('%s shows %j', (query, range) => expect(rangeOf(new URLSearchParams(query))).toEqual(range))
