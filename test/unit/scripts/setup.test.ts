import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { embeddedPostgresLinks } from '../../../scripts/setup/embedded-postgres-links.ts'
import { isAtLeast } from '../../../scripts/setup/node-version.ts'
import { prismaClient } from '../../../scripts/setup/prisma-client.ts'

it('A version of Node is compared by major, then by minor number', () => {
  expect(isAtLeast('20.19.0', [20, 19])).toBe(true)
  expect(isAtLeast('22.0.0', [20, 19])).toBe(true)
  expect(isAtLeast('20.18.3', [20, 19])).toBe(false)
  expect(isAtLeast('18.20.4', [20, 19])).toBe(false)
})

it('Set-up that was done once finds nothing to do', () => {
  expect(embeddedPostgresLinks.isDone()).toBe(true)
  expect(prismaClient.isDone()).toBe(true)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.js'], { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})
