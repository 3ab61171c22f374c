import { useMemo, useState } from 'preact/hooks'
import { call, pathOf } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import type { RefinementOptions, RefinementPreview } from '../api/types.ts'
import { addressOf } from '../state/route.ts'
import { Chart } from './chart/chart.tsx'
import type { ChartLine } from './chart/lines.ts'
import { ProblemNote } from './problem-note.tsx'
import { RefineOptions } from './refine-options.tsx'
import { ReportNote } from './report-note.tsx'

interface Props {
  readonly runId: string
  readonly options: RefinementOptions
  readonly preview: RefinementPreview | null
  readonly problem: Problem | null
  readonly pending: boolean
}

/** The schedule that the norms are refined into: its options, its shape, what was found, and a button to keep it. */
export function RefinementCard({ runId, options, preview, problem, pending }: Props) {
  const lines = useMemo(() => (preview === null ? [] : scheduleLines(preview)), [preview])
  return (
    <section class="card stack" aria-busy={pending}>
      <div class="row between">
        <h2>The schedule for the next run</h2>
        <StoreSchedule
          key={JSON.stringify(options)}
          runId={runId}
          options={options}
          disabled={problem === null ? preview === null : problem.code !== 'series-too-long'}
        />
      </div>
      <RefineOptions options={options} steps={preview?.steps} />
      {problem && <ProblemNote problem={problem} />}
      {preview === null && pending && <p class="hint">Refining …</p>}
      {preview && (
        <>
          <Chart title="Multiplier of the peak rate" lines={lines} stepLabel="step of the next run" />
          <ReportNote report={preview.report} />
        </>
      )}
    </section>
  )
}

/** The refined schedule beside 5 % warm-up and linear decay, which is what to beat. */
function scheduleLines({ steps, multipliers }: RefinementPreview): ChartLine[] {
  const warmup = Math.max(1, Math.floor(0.05 * steps + 0.5))
  const rest = Math.max(1, steps - warmup - 1)
  const plain = multipliers.steps.map((step) => (step < warmup ? (step + 1) / warmup : 1 - (step - warmup) / rest))
  return [
    { label: 'refined', colour: '--series-1', ...multipliers, width: 2 },
    { label: 'warm-up + linear', colour: '--series-8', steps: multipliers.steps, values: plain, dash: [6, 4], width: 1.4 }
  ]
}

/** Stores the schedule as its options are now. */
function StoreSchedule({ runId, options, disabled }: { runId: string; options: RefinementOptions; disabled: boolean }) {
  const [stored, keep] = useState<{ id: string; isSchedule: boolean } | null>(null)
  const [problem, fail] = useState<Problem | null>(null)
  const [pending, wait] = useState(false)
  const store = async () => {
    wait(true)
    try {
      const answer = await call(pathOf(['v1', 'runs', runId, 'schedules']), {
        method: 'POST',
        body: options,
        headers: { prefer: 'wait=60' }
      })
      const { id } = (await answer.json()) as { id: string }
      // What takes longer is an operation by now.
      keep({ id, isSchedule: answer.status !== 202 })
      fail(null)
    } catch (error) {
      fail(asProblem(error))
    }
    wait(false)
  }
  if (stored?.isSchedule === false) {
    return (
      <p role="status">
        It takes longer. <a href={addressOf(['operations', stored.id])}>See how far it is</a>
      </p>
    )
  }
  if (stored !== null) {
    return (
      <p role="status">
        Stored. <a href={addressOf(['compare'], { run: runId, with: `@${stored.id}` })}>Compare, name and export it</a>
      </p>
    )
  }
  return (
    <div class="stack">
      <button type="button" class="primary" disabled={disabled || pending} onClick={store}>
        Store the schedule
      </button>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
