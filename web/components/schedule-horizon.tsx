import { useState } from 'preact/hooks'
import { ask, pathOf } from '../api/client.ts'
import { asProblem, Problem } from '../api/problem.ts'
import type { Schedule } from '../api/types.ts'
import { short, whole } from '../format/number.ts'
import { ProblemNote } from './problem-note.tsx'
import { Warnings } from './warnings.tsx'

/** Makes a stored schedule longer or shorter while past steps stay; the new one is stored beside it. */
export function ScheduleHorizon({ schedule, made }: { schedule: Schedule; made: (schedule: Schedule) => void }) {
  const [state, show] = useState<Problem | Schedule | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const fromStep = String(given.get('fromStep'))
    const body = { steps: Number(given.get('steps')), ...(fromStep !== '' && { fromStep: Number(fromStep) }) }
    try {
      const longer = await ask<Schedule>(pathOf(['v1', 'schedules', schedule.id, 'horizons']), { method: 'POST', body })
      show(longer)
      made(longer)
    } catch (error) {
      show(asProblem(error))
    }
  }
  const report =
    state !== null && !(state instanceof Problem) ? (state.report as { warnings?: { code: string; detail: string }[] } | null) : null
  return (
    <form class="stack" onSubmit={submit}>
      <div class="row end">
        <label>
          New length in steps
          <input name="steps" type="number" min="1" required value={2 * schedule.steps} />
        </label>
        <label>
          Steps done so far
          <input name="fromStep" type="number" min="0" placeholder="up to the cooldown" />
        </label>
        <button type="submit">Make it longer or shorter</button>
      </div>
      {state instanceof Problem && <ProblemNote problem={state} />}
      {state !== null && !(state instanceof Problem) && (
        <p role="status">
          Stored, {whole(state.steps)} steps{state.peakLearningRate === null ? '' : `, peak ${short(state.peakLearningRate)}`}.
        </p>
      )}
      <Warnings of={report?.warnings ?? []} />
    </form>
  )
}
