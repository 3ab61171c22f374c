/** A schedule: a warm-up, then decay that tapers off. */
export function Logo() {
  return (
    <svg viewBox="0 0 96 32" width="96" height="32" role="img" aria-label="Taper">
      <path d="M4 25 L9 7 C13 7 17 21 28 25 Z" fill="var(--accent)" fill-opacity=".22" />
      <path
        d="M4 25 L9 7 C13 7 17 21 28 25"
        fill="none"
        stroke="var(--accent)"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <text x="37" y="23" font-size="19" font-weight="650" fill="currentColor">
        Taper
      </text>
    </svg>
  )
}
