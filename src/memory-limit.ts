import { totalmem } from 'node:os'
import { type Config, memoryBytesMin } from './config.ts'

/** The part of a cgroup's limit, which is for the service and its PostgreSQL, and of a machine, which others use too. */
const shares = { cgroup: 3 / 4, machine: 1 / 2 } as const

/**
 * What the process needs whatever it does: code, the heaps of the main thread and of idle ones, memory that waits for the garbage
 * collector, and caches. An estimate with room: overloaded with short requests the built service stayed below 350 MiB (bench/README.md). Bytes.
 */
const usual = 320 * 2 ** 20

/** What the process may use in all. Bytes. */
export function memoryLimit({ TAPER_MEMORY_BYTES_MAX: given }: Pick<Config, 'TAPER_MEMORY_BYTES_MAX'>): number {
  if (given !== undefined) return given
  const machine = totalmem()
  // Of cgroup v1 or v2; where there is no limit, 0 or more than the machine has.
  const cgroup = process.constrainedMemory()
  const share = cgroup > 0 && cgroup < machine ? shares.cgroup * cgroup : shares.machine * machine
  return Math.max(memoryBytesMin, Math.floor(share))
}

/** Of that, what there is for work. Bytes. */
export const memoryForWork = (config: Pick<Config, 'TAPER_MEMORY_BYTES_MAX'>): number => memoryLimit(config) - usual
