import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { CounterCell, HistogramCell } from '../../telemetry/cells.ts'
import { requestSeconds, requests } from '../../telemetry/metrics.ts'
import { routeLabel } from '../route-label.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the requests of the route have counted. */
    counted?: RouteCounts
  }
}

/** What one route has counted, by method and status: found by two look-ups, and no text is made. */
interface RouteCounts {
  readonly route: string
  readonly methods: Map<string, { readonly seconds: HistogramCell; readonly statuses: Map<number, CounterCell> }>
}

const countsOf = (route: string): RouteCounts => ({ route, methods: new Map() })

/** Counts requests by route and status, and measures how long they take. Paths that are none of ours count as one. */
export const requestMetrics = fp(
  async (app: FastifyInstance) => {
    const ofNoRoute = countsOf(routeLabel(undefined))
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, counted: countsOf(routeLabel(route.url)) }
    })

    app.onEnded(({ request, status, milliseconds }) => {
      const { route, methods } = request.routeConfig?.counted ?? ofNoRoute
      let counts = methods.get(request.method)
      if (counts === undefined) {
        counts = { seconds: requestSeconds.with(request.method, route), statuses: new Map() }
        methods.set(request.method, counts)
      }
      let count = counts.statuses.get(status)
      if (count === undefined) {
        count = requests.with(request.method, route, String(status))
        counts.statuses.set(status, count)
      }
      count.value++
      if (request.routeConfig?.endless !== true) counts.seconds.observe(milliseconds / 1000)
    })
  },
  { name: 'request-metrics', dependencies: ['ended-requests'] }
)
