import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { Job, Results } from '../tuning/job.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What decides what a job gives, besides the job: folders with all their files, and files. */
const decisive = ['data', 'data-sets', 'networks', 'training', 'tuning', '../examples/digits/random.ts', '../examples/digits/digits.csv.gz']

function digestOfSources(): string {
  const hash = createHash('sha256')
  const add = (file: string): void => {
    if (!file.endsWith('.md')) hash.update(file).update(readFileSync(path.join(root, file)))
  }
  for (const one of decisive) {
    if (statSync(path.join(root, one)).isFile()) add(one)
    else for (const name of readdirSync(path.join(root, one)).sort()) add(path.join(one, name))
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
  const digest = digestOfSources()
  const kept = path.join(folder, `kept-${digest.slice(0, 12)}`)
  mkdirSync(kept, { recursive: true })
  for (const other of readdirSync(folder)) {
    if (other.startsWith('kept-') && other !== path.basename(kept)) rmSync(path.join(folder, other), { recursive: true })
  }
  const keyOf = (job: Job): string => createHash('sha256').update(digest).update(serialize(job)).digest('hex').slice(0, 32)
  const fileOf = (job: Job): string => path.join(kept, `${keyOf(job)}.result`)
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
