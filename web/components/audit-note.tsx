import { ask, pathOf } from '../api/client.ts'
import type { RateAudit } from '../api/types.ts'
import { short, whole } from '../format/number.ts'
import { useWork } from '../state/use-answer.ts'
import { ProblemNote } from './problem-note.tsx'

/** What rule the rates were that the run used, and where they left the schedule that was meant. */
export function AuditNote({ runId, points }: { runId: string; points: number }) {
  const { answer, problem, again } = useWork<RateAudit>(
    (signal) => ask(pathOf(['v1', 'audits']), { method: 'POST', body: { learningRates: { runId } }, signal }),
    [runId, Math.floor(Math.log2(points + 1))]
  )
  if (problem) return <ProblemNote problem={problem} again={again} />
  if (answer === null) return null
  const { nearest, findings, follows, against } = answer
  return (
    <div class="stack">
      <p>
        {nearest === null
          ? 'Every rate is 0.'
          : `Nearest rule: ${nearest.rule}${parametersOf(nearest.parameters)}, peak ${short(nearest.peakLearningRate)}, R² ${short(nearest.r2, 3)}.`}{' '}
        {against === null
          ? 'Give the run its scheduleId, and the rates are held against it.'
          : follows
            ? `They follow the schedule that was meant (${against.rule}).`
            : `They do not follow the schedule that was meant (${against.rule}).`}
      </p>
      {findings.map(({ code, fromStep, toStep, detail, fix }) => (
        <div key={`${code} ${fromStep}`} class="note warn">
          <p>
            <span class="tag">{code}</span> Steps {whole(fromStep)} to {whole(toStep)}: {detail} {fix}
          </p>
        </div>
      ))}
    </div>
  )
}

/** Parameters in words: ` (length 0.05, of linear (final 0))`. */
function parametersOf(parameters: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(parameters).map(([name, value]) => `${name} ${textOf(value)}`)
  return texts.length === 0 ? '' : ` (${texts.join(', ')})`
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return short(value, 3)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  const { rule, parameters } = value as { rule?: string; parameters?: Record<string, unknown> }
  return `${rule ?? ''}${parametersOf(parameters ?? {})}`
}
