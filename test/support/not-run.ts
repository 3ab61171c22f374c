import type { Reporter, TestModule } from 'vitest/node'

/** Lists at the end, by reason, what this machine could not run. */
export default class NotRun implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const byReason = new Map<string, string[]>()
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result()
        // Without a note the test was left out by the person who named others (-t, only).
        if (result.state !== 'skipped' || result.note === undefined) continue
        byReason.set(result.note, [...(byReason.get(result.note) ?? []), `${module.relativeModuleId} > ${test.fullName}`])
      }
    }
    if (byReason.size === 0) return
    const lines = [...byReason].flatMap(([reason, names]) => [`   ${reason}`, ...names.map((name) => `     ${name}`)])
    process.stdout.write(`\n Not run on this machine:\n${lines.join('\n')}\n`)
  }
}
