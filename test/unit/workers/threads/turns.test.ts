import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Turns } from '../../../../src/workers/threads/turns.ts'

it('lets no more go on at once than it may, all in their order, and none waits for ever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat({ max: 3 }), { maxLength: 30 }), async (atOnce, lengths) => {
      const turns = new Turns(atOnce)
      const begun: number[] = []
      let under = 0
      await Promise.all(
        lengths.map(async (ticks, i) => {
          const end = await turns.take()
          begun.push(i)
          under++
          expect(under).toBeLessThanOrEqual(atOnce)
          for (let k = 0; k < ticks; k++) await Promise.resolve()
          under--
          end()
        })
      )
      expect(begun).toEqual([...lengths.keys()])
    })
  )
})

it('gives the turn of one who stops waiting to the next', async () => {
  const turns = new Turns(1)
  const end = await turns.take()
  const controller = new AbortController()
  const gone = turns.take(controller.signal)
  const next = turns.take()
  controller.abort(new Error('not any more'))
  await expect(gone).rejects.toThrow('not any more')
  end()
  ;(await next)()
  expect(await turns.take(new AbortController().signal)).toBeTypeOf('function')
  await expect(turns.take(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
})
