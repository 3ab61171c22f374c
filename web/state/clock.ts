let service = Date.now()
let at = performance.now()

/** Takes the service's time from an answer, unless the answer may be one that the browser kept. */
export function tellTime(headers: Headers): void {
  const time = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(time) || /immutable|max-age/.test(headers.get('cache-control') ?? '')) return
  service = time
  at = performance.now()
}

/** What time it is by the service's clock, which wrote the times that are shown: that of this machine may be wrong, or be set meanwhile. */
export const serviceNow = (): number => service + performance.now() - at
