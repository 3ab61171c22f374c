import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { FoundEngines } from './domain/engine.ts'
import { isLoopback } from './domain/loopback.ts'
import type { MemoryBudget } from './domain/memory-budget.ts'
import { readPageFiles } from './http/page-files.ts'
import { access } from './http/plugins/access.ts'
import { admission } from './http/plugins/admission.ts'
import { allowedMethods } from './http/plugins/allowed-methods.ts'
import { audit } from './http/plugins/audit.ts'
import { compression } from './http/plugins/compression.ts'
import { contentNegotiation } from './http/plugins/content-negotiation.ts'
import { crossOrigin } from './http/plugins/cross-origin.ts'
import { endedRequests } from './http/plugins/ended-requests.ts'
import { hostHeader } from './http/plugins/host-header.ts'
import { idempotency } from './http/plugins/idempotency.ts'
import { memory as memoryShares } from './http/plugins/memory.ts'
import { openapi } from './http/plugins/openapi.ts'
import { answerFailure, answerUnreadable, problemDetails } from './http/plugins/problem-details.ts'
import { project } from './http/plugins/project.ts'
import { requestBody } from './http/plugins/request-body.ts'
import { requestId, requestIdOf } from './http/plugins/request-id.ts'
import { requestLimit } from './http/plugins/request-limit.ts'
import { requestLog } from './http/plugins/request-log.ts'
import { requestMetrics } from './http/plugins/request-metrics.ts'
import { originForm, requestPath } from './http/plugins/request-path.ts'
import { requestTrace } from './http/plugins/request-trace.ts'
import { securityHeaders } from './http/plugins/security-headers.ts'
import { serviceLog } from './http/plugins/service-log.ts'
import { stopping } from './http/plugins/stopping.ts'
import { validation } from './http/plugins/validation.ts'
import { auditRoute } from './http/routes/audit.ts'
import { auditRoutes } from './http/routes/audits.ts'
import { boundRoutes } from './http/routes/bounds.ts'
import { chartRoutes } from './http/routes/charts.ts'
import { clientRoutes } from './http/routes/clients.ts'
import { entranceRoute } from './http/routes/entrance.ts'
import { exportRoutes } from './http/routes/exports.ts'
import { forecastRoutes } from './http/routes/forecasts.ts'
import { gradientNormRoutes } from './http/routes/gradient-norms.ts'
import { importRoute } from './http/routes/imports.ts'
import { keyRoutes } from './http/routes/keys.ts'
import { metricsRoute } from './http/routes/metrics.ts'
import { openapiRoute } from './http/routes/openapi.ts'
import { operationRoutes } from './http/routes/operations.ts'
import { optimizerRoutes } from './http/routes/optimizers.ts'
import { pageRoutes } from './http/routes/page.ts'
import { peakRoutes } from './http/routes/peaks.ts'
import { probeRoutes } from './http/routes/probes.ts'
import { problemRoutes } from './http/routes/problems.ts'
import { processRoutes } from './http/routes/process.ts'
import { refinementRoutes } from './http/routes/refinements.ts'
import { reportRoutes } from './http/routes/reports.ts'
import { retentionRoutes } from './http/routes/retention.ts'
import { runEventRoute } from './http/routes/run-events.ts'
import { runRoutes } from './http/routes/runs.ts'
import { scheduleFitRoutes } from './http/routes/schedule-fits.ts'
import { scheduleRuleRoutes } from './http/routes/schedule-rules.ts'
import { scheduleRoutes } from './http/routes/schedules.ts'
import { seriesRoutes } from './http/routes/series.ts'
import { seriesViewRoute } from './http/routes/series-view.ts'
import { schemas } from './http/schemas/index.ts'
import { openAuditLog } from './services/audit/audit-log.ts'
import { openKeyring } from './services/keys/keyring.ts'
import { createOperationRunner } from './services/operations/operation-runner.ts'
import type { Parts } from './services/parts.ts'
import { runRetention } from './services/retention/retention-runner.ts'
import { RecentSeries } from './services/series/recent-series.ts'
import type { Storage } from './storage/storage.ts'
import { version } from './version.ts'
import type { Pools } from './workers/pools.ts'

/** What is open before the service is: closed by who opened it, after the app. */
export interface OpenParts {
  readonly config: Config
  readonly storage: Storage
  readonly pools: Pools
  /** What requests and pools hold of it. */
  readonly memory: MemoryBudget
  readonly engines: FoundEngines
  /** Work on more points or steps is an operation; a fixed number unless given. */
  readonly longFrom?: number
  /** Requests are counted unless it is false, as it is to measure what that costs. */
  readonly counted?: boolean
  /** How long requests under way may take once the app is closed; see `stopping`. Milliseconds. */
  readonly drainMs?: number
  /** Most requests that are worked on at once; see `admission`. */
  readonly workedOnMax?: number
  /** None: nothing is logged. */
  readonly logger?: FastifyBaseLogger
}

/** The whole service but for its process: every plugin and every route, in order. */
export async function buildApp(opened: OpenParts): Promise<FastifyInstance> {
  const { config, storage, pools, memory, engines, longFrom, counted = true, drainMs, workedOnMax, logger } = opened
  const app = Fastify({
    genReqId: requestIdOf,
    rewriteUrl: originForm,
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => {
      app.watchRequest(request, reply)
      return answerFailure(error, request, reply)
    },
    clientErrorHandler: answerUnreadable,
    // A request that has not arrived by then never will; looked at every second.
    requestTimeout: 300_000,
    // Plugins load in milliseconds; a machine that is busy otherwise is no reason not to start.
    pluginTimeout: 60_000,
    return503OnClosing: false,
    http: { connectionsCheckingInterval: 1000, requireHostHeader: false },
    routerOptions: { maxParamLength: 512, ignoreTrailingSlash: false }
  })
  app.setSerializerCompiler(() => JSON.stringify)
  for (const schema of schemas) app.addSchema(schema)

  await app.register(serviceLog, { logger })
  await app.register(endedRequests)
  if (counted) await app.register(requestMetrics)
  await app.register(requestTrace)
  await app.register(requestLog, { logged: config.TAPER_LOG_REQUESTS, slowMs: config.TAPER_SLOW_MS })
  await app.register(problemDetails)
  await app.register(requestId)
  await app.register(securityHeaders)
  await app.register(stopping, drainMs === undefined ? {} : { drainMs })
  await app.register(hostHeader, config)
  await app.register(crossOrigin)
  await app.register(requestPath)
  await app.register(admission, workedOnMax === undefined ? {} : { workedOnMax })
  await app.register(allowedMethods)
  const warn = (message: string, cause?: unknown) => app.serviceLog.warn({ err: cause }, message)
  const keyring = openKeyring(storage.keys, warn)
  await app.register(project, { storage })
  await app.register(access, { keyring, policy: { open: config.TAPER_OPEN === 'true', loopback: isLoopback(config.HOST) } })
  await app.register(contentNegotiation)
  await app.register(validation, { schemas })
  await app.register(memoryShares, { memory })
  await app.register(requestBody, {
    bodyBytesMax: config.TAPER_BODY_BYTES_MAX,
    streamedBytesMax: config.TAPER_IMPORT_BYTES_MAX,
    json: pools.json,
    places: pools.optimizers.places
  })
  await app.register(compression)
  await app.register(idempotency)
  const auditLog = openAuditLog(storage.audit, config.TAPER_AUDIT_DAYS, warn)
  await app.register(audit, { log: auditLog })
  const limits = { requestsPerMinute: config.TAPER_REQUESTS_PER_MINUTE ?? null, pointsPerDay: config.TAPER_POINTS_PER_DAY ?? null }
  if (limits.requestsPerMinute !== null) await app.register(requestLimit, { requestsPerMinute: limits.requestsPerMinute })
  // When the last request has been answered.
  app.addHook('onClose', async () => {
    await Promise.all([auditLog.close(), keyring.close()])
  })
  await app.register(openapi, { version })

  const operations = createOperationRunner({
    storage,
    pool: pools.longRefinement,
    memory,
    longFrom,
    warn
  })
  // Begun before requests under way are waited for, some of which wait for operations; what was begun is given back meanwhile.
  let givingBack: Promise<void> | undefined
  app.addHook('preClose', (done) => {
    givingBack = operations.stop()
    done()
  })
  app.addHook('onClose', () => givingBack)

  const supersededDays = config.TAPER_SUPERSEDED_DAYS ?? null
  app.addHook('onClose', runRetention(storage, supersededDays, { info: (message) => app.serviceLog.info(message), warn }))

  const recentSeries = new RecentSeries(memory)
  app.addHook('onClose', async () => recentSeries.forget())
  const parts: Parts = { storage, pools, memory, recentSeries, operations, engines, keyring, limits, auditLog, supersededDays, version }
  const page = readPageFiles()
  entranceRoute(app, parts, page)
  pageRoutes(app, page)
  clientRoutes(app)
  openapiRoute(app)
  processRoutes(app, parts)
  metricsRoute(app, parts)
  problemRoutes(app)
  runRoutes(app)
  gradientNormRoutes(app, parts)
  seriesRoutes(app, parts)
  seriesViewRoute(app, parts)
  runEventRoute(app)
  importRoute(app, parts)
  refinementRoutes(app, parts)
  scheduleRoutes(app)
  scheduleRuleRoutes(app, parts)
  scheduleFitRoutes(app, parts)
  boundRoutes(app, parts)
  auditRoutes(app, parts)
  peakRoutes(app)
  probeRoutes(app)
  forecastRoutes(app, parts)
  exportRoutes(app, parts)
  chartRoutes(app, parts)
  reportRoutes(app, parts)
  operationRoutes(app, parts)
  optimizerRoutes(app, parts)
  keyRoutes(app, parts)
  auditRoute(app, parts)
  retentionRoutes(app, parts)
  return app
}
