import { useState } from 'preact/hooks'
import { ask } from '../api/client.ts'
import { asProblem, Problem } from '../api/problem.ts'
import type { Forecast } from '../api/types.ts'
import type { Subject } from '../compare/subject.ts'
import { short, whole } from '../format/number.ts'
import { ProblemNote } from './problem-note.tsx'
import { Table } from './table.tsx'

/** What cooldowns from a checkpoint would give. */
export function Branches({ subject }: { subject: Subject }) {
  const [state, show] = useState<Problem | Forecast | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const lengths = String(given.get('lengths'))
      .split(/[,\s]+/)
      .filter(Boolean)
      .map(Number)
    const branches = { fromStep: Number(given.get('fromStep')), lengths, shapes: ['linear', 'one-minus-sqrt'] }
    try {
      show(await ask<Forecast>('v1/forecasts', { method: 'POST', body: { curves: [subject.curve], branches } }))
    } catch (error) {
      show(asProblem(error))
    }
  }
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>Cool down from a checkpoint</h2>
      <div class="row end">
        <label>
          Step of the checkpoint
          <input name="fromStep" type="number" min="1" required value={Math.max(1, Math.round(0.8 * subject.steps))} />
        </label>
        <label>
          Lengths of the cooldown
          <input name="lengths" required value="0.1, 0.2" />
        </label>
        <button type="submit">Forecast</button>
      </div>
      <p class="hint">Below 1 a part of the whole, else steps.</p>
      {state instanceof Problem && <ProblemNote problem={state} />}
      {state !== null && !(state instanceof Problem) && (
        <Table
          label="Cooldowns from the checkpoint"
          rows={state.forecasts}
          keyOf={({ name }) => name}
          columns={[
            { title: 'Cooldown', cell: ({ name }) => name },
            { title: 'Steps', isNumber: true, cell: ({ steps }) => whole(steps) },
            { title: 'Predicted loss', isNumber: true, cell: ({ finalLoss }) => short(finalLoss) },
            { title: '90 %', isNumber: true, cell: ({ interval: { low, high } }) => `${short(low)} – ${short(high)}` }
          ]}
        />
      )}
    </form>
  )
}
