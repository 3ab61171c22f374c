import type { LogReport } from '../api/types.ts'

/** Where a log holds several runs: which of them is shown. */
export function RunChoice({ report: { receipt, runId }, choose }: { report: LogReport; choose: (run: string) => void }) {
  if (receipt.runs.length < 2) return null
  const nameOf = ({ name, runId: id }: (typeof receipt.runs)[number]) => name ?? id
  const shown = receipt.runs.find((run) => run.runId === runId)
  return (
    <label>
      The log holds {receipt.runs.length} runs. Shown is
      <select value={shown && nameOf(shown)} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {receipt.runs.map((run) => (
          <option key={run.runId} value={nameOf(run)}>
            {nameOf(run)}
          </option>
        ))}
      </select>
    </label>
  )
}
