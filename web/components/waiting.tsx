/** Something is on its way. It is seen only where that takes a while. */
export const Waiting = () => (
  <p class="waiting" role="status">
    Loading …
  </p>
)
