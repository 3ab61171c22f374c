import { expect, it } from 'vitest'
import { testStorage } from '../../support/database.ts'

const { runs } = (await testStorage()).of('default')

it('put creates a run, then changes the fields given and no others', async () => {
  const first = await runs.put('a', { name: 'x', totalSteps: Number.MAX_SAFE_INTEGER, labels: { k: 'v' }, peakLearningRate: 5e-324 })
  expect(first).toMatchObject({
    created: true,
    run: { id: 'a', name: 'x', totalSteps: Number.MAX_SAFE_INTEGER, stepUnit: 'steps', peakLearningRate: 5e-324 }
  })
  const second = await runs.put('a', { optimizer: 'SGD' })
  expect(second).toMatchObject({ created: false, run: { name: 'x', optimizer: 'SGD', labels: { k: 'v' }, series: [] } })
  expect(second.run.updatedAt.getTime()).toBeGreaterThanOrEqual(first.run.updatedAt.getTime())
  expect(second.run.createdAt).toEqual(first.run.createdAt)
})

it('of two who create a run at once one does, and both changes stand', async () => {
  const both = await Promise.all([runs.put('b', { name: 'n' }), runs.put('b', { optimizer: 'o' })])
  expect(both.filter((result) => result.created).length).toBe(1)
  expect(await runs.find('b')).toMatchObject({ name: 'n', optimizer: 'o' })
})

it('changes at the same time all stand', async () => {
  await runs.put('c', {})
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => runs.change('c', (now) => ({ ...now, labels: { ...now.labels, [`k${i}`]: 'v' } })))
  )
  expect(Object.keys((await runs.find('c'))?.labels ?? {}).length).toBe(20)
  expect(await runs.change('nobody', (now) => now)).toBeNull()
})

it('lists find by the beginning of the name, wildcards taken literally, and by labels', async () => {
  for (const [id, name, labels] of [
    ['l1', 'res_net', { team: 'x' }],
    ['l2', 'resXnet', { team: 'x', n: '1' }],
    ['l3', 'res%', {}]
  ] as const) {
    await runs.put(id, { name, labels })
  }
  const ids = async (filter: Parameters<typeof runs.list>[0]) => (await runs.list(filter, { limit: 10 })).items.map((run) => run.id)
  expect(await ids({ namePrefix: 'res' })).toEqual(['l3', 'l2', 'l1'])
  expect(await ids({ namePrefix: 'res_' })).toEqual(['l1'])
  expect(await ids({ namePrefix: 'res%' })).toEqual(['l3'])
  expect(await ids({ labels: { team: 'x' } })).toEqual(['l2', 'l1'])
  expect(await ids({ labels: { team: 'x', n: '1' }, namePrefix: 'resX' })).toEqual(['l2'])
})

it('a page goes on where the last ended, also when that run is deleted meanwhile', async () => {
  for (let i = 0; i < 5; i++) await runs.put(`page-${i}`, { name: 'page' })
  const first = await runs.list({ namePrefix: 'page' }, { limit: 2 })
  expect(first.items.map((run) => run.id)).toEqual(['page-4', 'page-3'])
  await runs.delete('page-3')
  const second = await runs.list({ namePrefix: 'page' }, { limit: 3, after: first.next! })
  expect(second.items.map((run) => run.id)).toEqual(['page-2', 'page-1', 'page-0'])
  expect(second.next).toBeNull()
})
