import type { ReservedConnection } from './connections/reserved.ts'

/** For so long a key is its attempt's without a word from it. Then its process died, and a retry takes over. */
export const leaseSeconds = 10
/** Time for two tries more where one fails. Milliseconds. */
const renewEveryMs = 3_000

/** A key as one attempt holds it. */
export interface Lease {
  readonly project: string
  readonly key: string
  readonly resourceId: string
  readonly attempt: number
}

/** The keys that requests of this process hold. */
export interface KeyLeases {
  /** Says that the attempt goes on until the returned function is called. */
  hold(lease: Lease): () => void
  close(): void
}

/** Passes over a row that the attempt itself is about to write its answer in. */
const renew = `with held as (
    select k.project, k.key from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as mine (project, key, resource_id, attempt)
    join idempotency_keys k on k.project = mine.project and k.key = mine.key and k.resource_id = mine.resource_id and k.attempt = mine.attempt
    where k.status is null for update of k skip locked)
  update idempotency_keys k set lease_until = clock_timestamp() + interval '${leaseSeconds} seconds'
  from held where k.project = held.project and k.key = held.key`

export function keyLeases(reserved: ReservedConnection): KeyLeases {
  const leases = new Set<Lease>()
  const renewAll = async () => {
    if (leases.size === 0) return
    const all = [...leases]
    const column = (name: keyof Lease) => all.map((lease) => lease[name])
    // An attempt that cannot say so is fenced off where its time is over: what it stores then is not stored.
    await reserved.rows(renew, [column('project'), column('key'), column('resourceId'), column('attempt')]).catch(() => {})
  }
  const timer = setInterval(() => void renewAll(), renewEveryMs).unref()
  return {
    hold(lease) {
      leases.add(lease)
      return () => leases.delete(lease)
    },
    close: () => clearInterval(timer)
  }
}
