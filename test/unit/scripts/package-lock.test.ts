import { readFileSync } from 'node:fs'
import { minVersion, satisfies } from 'semver'
import { expect, it } from 'vitest'

interface Locked {
  dev?: boolean
  devOptional?: boolean
  engines?: { node?: string } | string[]
}
const read = (name: string) => JSON.parse(readFileSync(name, 'utf8'))

it('Every package that the service runs with runs on the oldest Node that we promise', () => {
  const oldest = minVersion(read('package.json').engines.node)!
  const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
  const ours = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
  const excluding = ours.flatMap(([path, { engines = {} }]) => {
    const range = Array.isArray(engines) ? undefined : engines.node
    return range === undefined || satisfies(oldest, range) ? [] : [`${path} needs Node ${range}`]
  })
  expect(ours.length).toBeGreaterThan(50)
  expect(excluding).toEqual([])
})
