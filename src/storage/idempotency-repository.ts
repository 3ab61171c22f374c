/** An answer that was given, kept to be given again. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * What became of a key that a request came with: it is new (and now held by this request, with the id that what it makes shall
 * have), was answered before, belongs to another request, or its first request is still under way.
 */
export type Claim =
  | { state: 'new'; resourceId: string }
  | { state: 'answered'; answer: KeptAnswer }
  | { state: 'reused' }
  | { state: 'busy' }

export interface IdempotencyRepository {
  /** @param fingerprint digest of method, path, query and body */
  claim(key: string, fingerprint: string): Promise<Claim>
  keep(key: string, answer: KeptAnswer): Promise<void>
  /** The request failed, or never began: the key is free again. */
  release(key: string): Promise<void>
}
