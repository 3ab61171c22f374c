import { useMemo, useState } from 'preact/hooks'
import { ask, pathOf } from '../api/client.ts'
import type { GoldenRuns, OptimizerPage, ReplayAnswer } from '../api/types.ts'
import { useAnswer, useWork } from '../state/use-answer.ts'
import { Chart } from './chart/chart.tsx'
import { ProblemNote } from './problem-note.tsx'
import './replay.css'

type Step = GoldenRuns['runs'][number]['request']['steps'][number]

const titles: Readonly<Record<string, string>> = {
  d: 'd, the estimate of the distance',
  dHat: 'd̂, the bound of the step',
  effectiveLearningRate: 'Step size',
  gradientNorm: 'Norm of the gradient',
  updateNorm: 'Norm of the update',
  scale: 's, the scale of the step'
}
/** Drawn first where a step reports them. */
const order = ['effectiveLearningRate', 'd', 'dHat', 's', 'gradientNorm', 'updateNorm']

/** The steps of an optimizer over recorded gradients, as many rounds of them as wanted: what it reports of each. */
export function Replay({ of: { name, defaultLearningRate, hyperparameters } }: { of: OptimizerPage }) {
  const golden = useAnswer<GoldenRuns>(pathOf(['v1', 'optimizers', name, 'golden']))
  const [rate, setRate] = useState('')
  const [rounds, setRounds] = useState(1)
  const [changed, change] = useState<Readonly<Record<string, number>>>({})
  const recorded = golden.answer?.runs[0]?.request
  const request = useMemo(() => {
    if (!recorded) return null
    const steps: Step[] = Array.from({ length: rounds }, () => recorded.steps).flat()
    const chosen = rate === '' ? steps : steps.map(({ learningRate: _, ...step }) => step)
    return {
      ...recorded,
      steps: chosen,
      hyperparameters: { ...recorded.hyperparameters, ...changed },
      ...(rate !== '' && { learningRate: Number(rate) })
    }
  }, [recorded, rounds, rate, changed])
  const replay = useWork<ReplayAnswer>(
    request && ((signal) => ask(pathOf(['v1', 'optimizers', name, 'replay']), { method: 'POST', body: request, signal })),
    [name, request]
  )
  const settings = Object.entries(
    (hyperparameters as { properties?: Record<string, { type?: string; default?: unknown }> }).properties ?? {}
  ).filter(([, { type }]) => type === 'number')
  if (golden.answer && !recorded)
    return <p class="hint">There is no recorded run of official code to replay{golden.answer.note ? `: ${golden.answer.note}` : '.'}</p>
  return (
    <section class="card stack" aria-labelledby="replay">
      <h2 id="replay">A replay</h2>
      <p class="hint">
        Gradients of a small recorded run of {golden.answer?.runs[0]?.official ?? 'official code'}, over and over. What comes out is what
        the method does with them, whatever the training.
      </p>
      <div class="row end">
        <label>
          Learning rate
          <input
            type="number"
            min="0"
            step="any"
            value={rate}
            placeholder={defaultLearningRate === null ? '' : String(defaultLearningRate)}
            onChange={({ currentTarget }) => setRate(currentTarget.value)}
          />
        </label>
        <label>
          Rounds
          <input
            type="number"
            min="1"
            max="20"
            value={rounds}
            onChange={({ currentTarget }) => setRounds(Math.min(20, Math.max(1, Number(currentTarget.value) || 1)))}
          />
        </label>
        {settings.map(([setting, { default: usual }]) => (
          <label key={setting}>
            {setting}
            <input
              type="number"
              step="any"
              placeholder={String(usual)}
              onChange={({ currentTarget: { value } }) => {
                const { [setting]: _, ...others } = changed
                change(value === '' ? others : { ...changed, [setting]: Number(value) })
              }}
            />
          </label>
        ))}
      </div>
      {replay.problem && <ProblemNote problem={replay.problem} />}
      {replay.answer && <Diagnostics of={replay.answer} />}
    </section>
  )
}

/** A chart for each number that every step reports. */
function Diagnostics({ of: { diagnostics, notes } }: { of: ReplayAnswer }) {
  const charts = useMemo(() => {
    const rows = diagnostics as unknown as readonly Record<string, unknown>[]
    const names = Object.keys(rows[0] ?? {}).filter((name) => rows.every((row) => typeof row[name] === 'number'))
    const steps = rows.map((_, step) => step)
    return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))].map((name) => {
      const values = rows.map((row) => row[name] as number)
      const log = values.every((value) => value > 0) && Math.max(...values) > 10 * Math.min(...values)
      return { name, log, lines: [{ label: name, colour: '--series-1', steps, values }] }
    })
  }, [diagnostics])
  return (
    <>
      {notes.map(({ detail }) => (
        <p class="note" key={detail}>
          {detail}
        </p>
      ))}
      <div class="replay">
        {charts.map(({ name, log, lines }) => (
          <Chart key={name} title={titles[name] ?? name} lines={lines} log={log} sync="replay" height={160} />
        ))}
      </div>
    </>
  )
}
