import { statfs } from 'node:fs/promises'
import { Problem } from '../domain/problems.ts'

/** Two segments of PostgreSQL's log: with less than that a server of our own cannot start again. Bytes. */
const neededBytes = 2 * 16 * 2 ** 20

/** Says so where the disk of a folder is full; null where it is not, or nobody knows. */
export async function fullDisk(folder: string): Promise<Problem | null> {
  const disk = await statfs(folder).catch(() => null)
  if (disk === null || disk.bavail * disk.bsize >= neededBytes) return null
  return new Problem('storage-full', `The disk of the folder ${folder} is full.`, { retryAfterSeconds: 30 })
}
