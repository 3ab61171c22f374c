import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { Job, Results } from './job.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The folders whose files decide what a job gives. */
const decisive = ['data', 'data-sets', 'networks', 'training', 'tuning', 'work']

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of decisive) {
    for (const file of readdirSync(path.join(root, folder)).sort()) {
      if (!file.endsWith('.md')) hash.update(file).update(readFileSync(path.join(root, folder, file)))
    }
  }
  return hash.digest('hex')
}

/** Results of finished jobs, a file each, so that an evaluation that was stopped goes on where it was. A change of what computes them makes all of them void. */
export interface ResultStore {
  /** The same for the same work. */
  keyOf(job: Job): string
  read<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Results[K] | undefined
  write<K extends Job['kind']>(job: Extract<Job, { kind: K }>, result: Results[K]): void
}

export function openResultStore(folder: string): ResultStore {
  mkdirSync(folder, { recursive: true })
  const digest = digestOfSources()
  const keyOf = (job: Job): string => createHash('sha256').update(digest).update(serialize(job)).digest('hex').slice(0, 32)
  const fileOf = (job: Job): string => path.join(folder, `${keyOf(job)}.result`)
  return {
    keyOf,
    read(job) {
      try {
        return deserialize(readFileSync(fileOf(job)))
      } catch {
        return undefined // Not there, or cut off: the job is done again.
      }
    },
    write(job, result) {
      const file = fileOf(job)
      writeFileSync(`${file}.new`, serialize(result))
      renameSync(`${file}.new`, file)
    }
  }
}
