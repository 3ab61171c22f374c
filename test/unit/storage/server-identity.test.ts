import { describe, expect, it } from 'vitest'
import type { RunningProcess } from '../../../src/storage/process-table.ts'
import { isServerOf, readPidFile } from '../../../src/storage/server-identity.ts'

const text = '4242\n/data/postgres\n1795650000\n5432\n/data/socket\n\n  3145728 7\nready   \n'
const file = readPidFile(text)!
const data = { path: '/data/postgres', stats: { dev: 1, ino: 2, uid: 70 } }
const command = ['/opt/bin/postgres', '-D', '/data/postgres', '-k', '/data/socket']
const server: RunningProcess = { uid: 70, command, folder: { dev: 1, ino: 2 }, startedAt: 1795650001 }
/** What a user without rights is told: nothing of another's folder. */
const { folder: _, ...shown } = server
const judged = (found: RunningProcess) => isServerOf(found, file, data)

describe('A process that a pid file names is its server', () => {
  it('where it is a PostgreSQL that works in the folder, whatever the clock was set to since', () => {
    expect(judged(server)).toBe('yes')
    expect(judged({ ...server, startedAt: 0 })).toBe('yes')
  })

  it('where its folder is not shown, but it names this one and started when the file says', () => {
    expect(judged(shown)).toBe('yes')
    expect(judged({ ...shown, command: ['postgres', '-D/data/postgres'] })).toBe('yes')
  })

  it('not where it is another program, of another user, in another folder, or names another', () => {
    expect(judged({ ...server, command: ['vim', '/data/postgres/postgresql.conf'] })).toBe('no')
    expect(judged({ ...server, command: ['pgadmin-postgres-tool', '-D', '/data/postgres'] })).toBe('no')
    expect(judged({ ...server, uid: 71 })).toBe('no')
    expect(judged({ ...server, folder: { dev: 1, ino: 3 } })).toBe('no')
    expect(judged({ ...server, folder: { dev: 9, ino: 2 } })).toBe('no')
    expect(judged({ ...shown, command: ['postgres', '-D', '/data/other'] })).toBe('no')
  })

  it('perhaps where the system tells too little', () => {
    expect(judged({})).toBe('unknown')
    expect(judged({ ...shown, command: ['postgres'] })).toBe('unknown')
    // Another container's folder can have the same path.
    expect(judged({ ...shown, startedAt: 1795600000 })).toBe('unknown')
    expect(judged({ uid: 70, command })).toBe('unknown')
    expect(judged({ folder: { dev: 1, ino: 2 } })).toBe('unknown')
  })

  it('also where its path has blanks, which part words as `ps` lists them', () => {
    const blank = { ...data, path: '/my data/postgres' }
    const listed = '/opt/bin/postgres -D /my data/postgres -k /x'.split(' ')
    expect(isServerOf({ ...shown, command: listed }, file, blank)).toBe('yes')
  })
})

it('A pid file is read as far as it was written', () => {
  expect(file).toEqual({ pid: 4242, isLone: false, startedAt: 1795650000 })
  expect(readPidFile('-17\n/data\n12\n')).toEqual({ pid: 17, isLone: true, startedAt: 12 })
  expect(readPidFile('42')).toEqual({ pid: 42, isLone: false, startedAt: Number.NaN })
  for (const broken of ['', '\n', 'x\n', '0\n', '\0\0\0\0']) expect(readPidFile(broken)).toBeUndefined()
})
