import type { EngineChoice } from '../domain/engine.ts'
import { type ChartPool, createChartPool } from './charts/pool.ts'
import { type ComparisonPool, createComparisonPool } from './comparison/pool.ts'
import { createExportPool, type ExportPool } from './exports/pool.ts'
import { createFitPool, type FitPool } from './fits/pool.ts'
import { createHorizonPool, type HorizonPool } from './horizons/pool.ts'
import { createJsonPool, type JsonPool } from './json/pool.ts'
import { createOptimizerPool, type OptimizerPool } from './optimizers/pool.ts'
import { createRefinementPool, type RefinementPool } from './refinement/pool.ts'
import { createRulePool, type RulePool } from './rules/pool.ts'

/** The threads of the service, a pool for each kind of work. */
export interface Pools {
  readonly json: JsonPool
  /** Refinements that are answered at once. */
  readonly refinement: RefinementPool
  /** Those that go on as operations: a long one holds up no short one. */
  readonly longRefinement: RefinementPool
  readonly rules: RulePool
  readonly fits: FitPool
  readonly horizons: HorizonPool
  readonly comparison: ComparisonPool
  readonly exports: ExportPool
  readonly charts: ChartPool
  readonly optimizers: OptimizerPool
}

export interface OpenPools extends Pools {
  /** Lets what is under way end, then stops all threads. */
  close(): Promise<void>
}

/** Opens every pool. A thread starts with the first task of its kind, so that those that nobody asks for cost nothing. */
export function openPools({ TAPER_ENGINE: engine }: { readonly TAPER_ENGINE: EngineChoice }): OpenPools {
  const pools: Pools = {
    json: createJsonPool(),
    refinement: createRefinementPool({ engine }),
    longRefinement: createRefinementPool({ engine }),
    rules: createRulePool(),
    fits: createFitPool(),
    horizons: createHorizonPool(),
    comparison: createComparisonPool(),
    exports: createExportPool(),
    charts: createChartPool(),
    optimizers: createOptimizerPool({ engine })
  }
  return {
    ...pools,
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.close()))
    }
  }
}
