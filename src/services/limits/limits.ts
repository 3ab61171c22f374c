/** What a key may ask for, or an address where no key is used; null: as much as it likes. */
export interface Limits {
  readonly requestsPerMinute: number | null
  /** Of UTC. Points that are stored already do not count. */
  readonly pointsPerDay: number | null
}
