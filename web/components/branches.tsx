import { useState } from 'preact/hooks'
import { ask } from '../api/client.ts'
import { asProblem, Problem } from '../api/problem.ts'
import type { Forecast } from '../api/types.ts'
import type { Subject } from '../compare/subject.ts'
import { short, whole } from '../format/number.ts'
import { ProblemNote } from './problem-note.tsx'

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
        <section class="scroll" tabIndex={0} aria-label="Cooldowns from the checkpoint">
          <table>
            <thead>
              <tr>
                <th>Cooldown</th>
                <th class="number">Steps</th>
                <th class="number">Predicted loss</th>
                <th class="number">90 %</th>
              </tr>
            </thead>
            <tbody>
              {state.forecasts.map(({ name, steps, finalLoss, interval }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="number">{whole(steps)}</td>
                  <td class="number">{short(finalLoss)}</td>
                  <td class="number">
                    {short(interval.low)} – {short(interval.high)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </form>
  )
}
