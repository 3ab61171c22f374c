import { addressOf } from '../state/route.ts'

/** An address that names no view. */
export function Missing() {
  return (
    <section class="empty">
      <h1>Nothing is at this address</h1>
      <p>
        The link may be cut off, or of another version. <a href={addressOf([])}>All runs</a>
      </p>
    </section>
  )
}
