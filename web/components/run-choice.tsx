import type { LogReport } from '../api/types.ts'

/** Where a log holds several runs: which of them is shown. */
export function RunChoice({ report: { receipt, runId }, choose }: { report: LogReport; choose: (run: string) => void }) {
  if (receipt.runs.length < 2) return null
  return (
    <label>
      The log holds {receipt.runs.length} runs. Shown is
      <select value={runId} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {receipt.runs.map((run) => (
          <option key={run.runId} value={run.runId}>
            {run.runId}
          </option>
        ))}
      </select>
    </label>
  )
}
