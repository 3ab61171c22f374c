import type { SeriesAssembly, SeriesColumns } from './assembly.ts'
import type { Combination } from './combined-parts.ts'
import { clippingIn } from './names/meaning.ts'
import type { OrderReport } from './point-order.ts'

const listed = 5

const combinations: Record<Combination, string> = {
  l2: 'the root of the sum of their squares',
  l1: 'their sum',
  linf: 'the largest of them'
}

/** What a person must know of how points were found and put in order, a sentence each. */
export function notesOf(
  {
    step,
    value,
    parts
  }: { readonly step: string | null; readonly value: string; readonly parts: Exclude<SeriesColumns['value'], string> | null },
  { stepless, renumbered, incomplete }: SeriesAssembly,
  { duplicates, superseded, resumedFrom, isSorted }: OrderReport
): string[] {
  const notes: string[] = []
  if (parts !== null) notes.push(`${parts.parts.length} columns are combined: ${combinations[parts.by]}.`)
  if (incomplete > 0) notes.push(`${incomplete} records lack the norm of a part, and were left out.`)
  if (step === null) notes.push('The log names no steps: its points are numbered in order.')
  if (stepless > 0) notes.push(`${stepless} values without a step were left out.`)
  if (renumbered > 0) notes.push(`Steps begin anew with each epoch, ${renumbered} times; they are numbered through.`)
  if (isSorted) notes.push('The lines are in no order of steps; they were sorted.')
  if (duplicates > 0) notes.push(`${duplicates} points stand there twice with the same value, and count once.`)
  if (resumedFrom.length > 0) {
    const steps = resumedFrom.slice(0, listed).join(', ') + (resumedFrom.length > listed ? ', …' : '')
    notes.push(`Training went back to step ${steps}: what came later stands, in the place of ${superseded} points.`)
  } else if (superseded > 0) notes.push(`${superseded} points stand there with several values; the last one counts.`)
  const clipping = clippingIn(value)
  if (clipping === 'clipped') notes.push('By its name the norm was measured after clipping; refinement needs the raw one.')
  if (clipping === 'unclear')
    notes.push('By its name it may be a norm after clipping, or what is clipped to; refinement needs the raw one.')
  return notes
}
