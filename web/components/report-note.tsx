import type { Report } from '../api/types.ts'
import { short, whole } from '../format/number.ts'
import { Prose } from './code.tsx'

const verdicts: Readonly<Record<string, { title: string; kind: string }>> = {
  refined: { title: 'The refined schedule', kind: 'good' },
  either: { title: 'Either schedule', kind: '' },
  'warm-up-linear': { title: 'Warm-up and linear decay', kind: 'warn' }
}

/** What a refinement found in the norms, and what to do. */
export function ReportNote({ report }: { report: Report }) {
  const { advice, warnings, losses, points, peak, filterWidth, bound } = report
  const { title, kind } = verdicts[advice.verdict] ?? { title: advice.verdict, kind: '' }
  return (
    <div class="stack">
      <div class={`note ${kind}`}>
        <p>
          <strong>{title}.</strong> <Prose text={advice.detail} />
        </p>
      </div>
      {warnings.map(({ code, detail }) => (
        <div key={code} class="note warn">
          <p>
            <span class="tag">{code}</span> <Prose text={detail} />
          </p>
        </div>
      ))}
      <p class="hint">
        {whole(points.used)} of {whole(points.received)} points used, filtered over {whole(filterWidth)}. Peak at{' '}
        {Math.round(100 * peak.fraction)} % of the steps. The bound of linear decay is {short(Number(bound.gain), 3)} times that of this
        schedule: a property of these norms, not a forecast. <Prose text={losses.detail} />
      </p>
    </div>
  )
}
