import type { EngineChoice } from '../domain/engine.ts'
import type { MemoryBudget } from '../domain/memory-budget.ts'
import { type AuditPool, createAuditPool } from './audits/pool.ts'
import { type ChartPool, createChartPool } from './charts/pool.ts'
import { type ComparisonPool, createComparisonPool } from './comparison/pool.ts'
import { createExportPool, type ExportPool } from './exports/pool.ts'
import { createFitPool, type FitPool } from './fits/pool.ts'
import { createForecastPool, type ForecastPool } from './forecasts/pool.ts'
import { createHorizonPool, type HorizonPool } from './horizons/pool.ts'
import { createImportPool, type ImportPool } from './imports/pool.ts'
import { createJsonPool, type JsonPool } from './json/pool.ts'
import { createOptimizerPool } from './optimizers/pool.ts'
import type { OptimizerPool } from './optimizers/work.ts'
import { createRefinementPool, type RefinementPool } from './refinement/pool.ts'
import { createRulePool, type RulePool } from './rules/pool.ts'

/** The threads of the service, a pool for each kind of work. */
export interface Pools {
  readonly json: JsonPool
  /** Refinements that are answered at once. */
  readonly refinement: RefinementPool
  /** Those that go on as operations: a long one holds up no short one. */
  readonly longRefinement: RefinementPool
  /** Logs that are read while their request waits, and those that are read as operations. */
  readonly imports: ImportPool
  readonly longImports: ImportPool
  readonly rules: RulePool
  readonly fits: FitPool
  readonly forecasts: ForecastPool
  readonly horizons: HorizonPool
  readonly comparison: ComparisonPool
  readonly audits: AuditPool
  readonly exports: ExportPool
  readonly charts: ChartPool
  readonly optimizers: OptimizerPool
}

export interface OpenPools extends Pools {
  /** Lets what is under way end, then stops all threads. */
  close(): Promise<void>
}

/** Opens every pool. A thread starts with the first task of its kind, so that those that nobody asks for cost nothing. */
export function openPools({ TAPER_ENGINE: engine }: { readonly TAPER_ENGINE: EngineChoice }, memory: MemoryBudget): OpenPools {
  const bounds = { memory }
  const pools: Pools = {
    json: createJsonPool(bounds),
    refinement: createRefinementPool({ engine, memory }),
    longRefinement: createRefinementPool({ engine, memory }),
    imports: createImportPool(bounds),
    longImports: createImportPool(bounds),
    rules: createRulePool(bounds),
    fits: createFitPool(bounds),
    forecasts: createForecastPool(bounds),
    horizons: createHorizonPool(bounds),
    comparison: createComparisonPool(bounds),
    audits: createAuditPool(bounds),
    exports: createExportPool(bounds),
    charts: createChartPool(bounds),
    optimizers: createOptimizerPool({ engine, memory })
  }
  return {
    ...pools,
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.close()))
    }
  }
}
