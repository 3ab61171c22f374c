import { Prose } from './code.tsx'

const verdicts: Readonly<Record<string, string>> = {
  refined: 'Train with the refined schedule',
  either: 'The refined schedule and 5 % warm-up with linear decay are alike',
  'warm-up-linear': 'Train with 5 % warm-up and linear decay'
}

interface Report {
  readonly advice: { readonly verdict: string; readonly detail: string }
  readonly warnings: readonly { readonly code: string; readonly detail: string }[]
  readonly losses: { readonly detail: string }
}

/** What to train with, and what is strange in the log, in words. */
export const Advice = ({ report: { advice, warnings, losses } }: { report: Report }) => (
  <div class="stack">
    <div class={`note ${advice.verdict === 'refined' ? 'good' : ''}`}>
      <p>
        <strong>{verdicts[advice.verdict] ?? advice.verdict}.</strong>
      </p>
      <p>
        <Prose text={advice.detail} />
      </p>
    </div>
    {warnings.map(({ code, detail }) => (
      <div class="note warn" key={code}>
        <strong>{code}</strong> <Prose text={detail} />
      </div>
    ))}
    <p class="hint">
      <Prose text={losses.detail} />
    </p>
  </div>
)
