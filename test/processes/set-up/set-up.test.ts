import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('set-up that was done once finds nothing to do', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.js'], { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})
