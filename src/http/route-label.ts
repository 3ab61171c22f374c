/** What requests are called that no route takes: there is no end of their paths. */
const unmatched = 'unmatched'

/** A route in metrics, logs and traces, as the contract writes it: `/v1/runs/{runId}`. Never an id. */
export const routeLabel = (url: string | undefined): string => url?.replaceAll(/:(\w+)/g, '{$1}') ?? unmatched
