import type { ComponentType } from 'preact'
import { Compare } from './compare.tsx'
import { Keys } from './keys.tsx'
import { Log } from './log.tsx'
import { Missing } from './missing.tsx'
import { Operations } from './operations.tsx'
import { Optimizers } from './optimizers.tsx'
import { RunView } from './run.tsx'
import { Runs } from './runs.tsx'

/** What can be looked at. */
export interface View {
  /** The first part of its address: `#/<name>`. */
  readonly name: string
  readonly title: string
  readonly inNavigation: boolean
  /** Drawn anew for each place. `of`: the parts of the address behind the name, such as the id of a run. */
  readonly component: ComponentType<{ of: readonly string[] }>
}

const runs: View = { name: 'runs', title: 'Runs', inNavigation: true, component: Runs }
const run: View = { name: 'runs', title: 'Run', inNavigation: false, component: RunView }
const compare: View = { name: 'compare', title: 'Compare', inNavigation: true, component: Compare }
const log: View = { name: 'log', title: 'Log', inNavigation: true, component: Log }
const optimizers: View = { name: 'optimizers', title: 'Optimizers', inNavigation: true, component: Optimizers }
const operations: View = { name: 'operations', title: 'Operations', inNavigation: true, component: Operations }
const keys: View = { name: 'keys', title: 'Keys', inNavigation: true, component: Keys }
const missing: View = { name: '', title: 'Nothing here', inNavigation: false, component: Missing }

/** All views, in the order of the navigation. */
export const views: readonly View[] = [runs, compare, log, optimizers, operations, keys]

/** The view of an address; without any, the runs. */
export function viewOf([name, ...of]: readonly string[]): View {
  if (name === undefined) return runs
  if (name === runs.name && of.length > 0) return run
  return views.find((view) => view.name === name) ?? missing
}
