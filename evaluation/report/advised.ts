import type { ProblemResult } from '../evaluate-problem.ts'
import { type Comparison, compare, find } from './compare.ts'

/** A verdict of a refinement, and how that refinement did against a 5 % warm-up with linear decay. */
export interface Advised extends Comparison {
  problem: string
  preset: string
  verdict: string
  isRight: boolean
}

/** The verdicts that refinements gave, with what the trainings say of each. */
export const verdicts = (results: readonly ProblemResult[], presets: readonly string[]): Advised[] =>
  presets.flatMap((preset) =>
    results.flatMap((result) => {
      const [refined, usual] = [find(result, preset), find(result, 'warmup-linear')]
      const verdict = refined?.report?.advice?.verdict
      if (!refined || !usual || verdict === undefined) return []
      const compared = compare(result, refined, usual)
      return [{ problem: result.problem.id, preset, verdict, isRight: isRight(verdict, compared), ...compared }]
    })
  )

/** Whether a verdict is borne out. */
function isRight(verdict: string, { ratio, outcome }: Comparison): boolean {
  if (verdict === 'refined') return outcome !== 'worse'
  if (verdict === 'warm-up-linear') return outcome !== 'better'
  return outcome === 'tie' || (ratio > 1 / 1.1 && ratio < 1.1)
}
