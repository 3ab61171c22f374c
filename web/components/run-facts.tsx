import type { Run } from '../api/types.ts'
import { ago, short, whole } from '../format/number.ts'
import './run-facts.css'

/** What is known of a run besides its series. */
export function RunFacts({ run }: { run: Run }) {
  const facts: [string, string | null][] = [
    ['Id', run.name === null ? null : run.id],
    ['Optimizer', run.optimizer],
    ['Steps', run.totalSteps === null ? null : whole(run.totalSteps)],
    ['Peak rate', run.peakLearningRate === null ? null : short(run.peakLearningRate)],
    ['Weight decay', run.weightDecay === null ? null : short(run.weightDecay)],
    ['Clipped to', run.clipNorm === null ? null : short(run.clipNorm)],
    ['Created', ago(run.createdAt)]
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )
      )}
      {Object.entries(run.labels).map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
