import type { Points } from '../domain/gradient-norm.ts'
import { placeLog } from '../formats/logs/norm-log.ts'
import type { BesideName } from '../formats/logs/read-beside.ts'
import type { ReadWishes } from '../formats/logs/read-log.ts'
import type { LogFacts } from '../formats/logs/recorder.ts'
import type { RefinementReport } from '../refinement/report.ts'
import { factsOfLog } from '../services/refinement/log-facts.ts'
import type { LoggedNorms, RunFacts } from '../services/refinement/refine-log.ts'
import { given } from './given.ts'
import { type LogFlags, readLogFile } from './read-log-file.ts'

/** Norms of a file with what was read beside them, as a refinement takes them. */
export interface FileNorms {
  readonly norm: 'l1' | 'l2'
  readonly points: LoggedNorms
  readonly facts: LogFacts
  /** What warnings and advice know of the run. */
  readonly run: RunFacts
  /** What was read from where; null: there is nothing in it. */
  readonly columns: RefinementReport['columns'] | null
}

/** What of a refinement says what it reads, and what a person knows of the run. */
interface RefinementFlags extends LogFlags {
  norm?: 'l1' | 'l2'
  preset?: 'robust' | 'paper' | 'reference'
  loss?: 'auto' | 'none'
  scaleBy?: 'none' | 'weight-norm'
  optimizer?: string
  totalSteps?: number
  weightDecay?: number
  clipNorm?: number
}

/**
 * Reads norms and, where the log has columns that are called so, losses, learning rates, and ℓ₂ norms beside ℓ₁ norms; norms of the weights where they are
 * asked for. What a person says of the run counts before what the log says.
 * @throws what `readLogFile` throws
 */
export async function readFileNorms(file: string, flags: RefinementFlags): Promise<FileNorms> {
  const { norm, optimizer } = flags
  const reading = await readLogFile(file, flags, { ...given({ norm, optimizer }), beside: wished(flags) })
  const read = norm ?? (reading.norm === 'l1' ? 'l1' : 'l2')
  const found = (name: BesideName) => reading.beside?.find((one) => one.name === name)
  const pointsOf = (name: BesideName): Points | null => found(name)?.points ?? null
  const { points } = placeLog(reading.log)
  const { facts } = reading
  return {
    norm: read,
    points: { ...points, losses: pointsOf('loss'), weightNorms: pointsOf('weight-norm') },
    facts,
    run: factsOfLog(read, points, {
      optimizer: optimizer ?? facts.optimizer ?? null,
      totalSteps: flags.totalSteps ?? facts.totalSteps ?? null,
      weightDecay: flags.weightDecay ?? facts.weightDecay ?? null,
      clipNorm: flags.clipNorm ?? facts.clipNorm ?? null,
      norms: reading.norms,
      learningRates: pointsOf('learning-rate'),
      l2: pointsOf('l2')
    }),
    columns: reading.columns && {
      ...reading.columns,
      ...given({
        loss: found('loss')?.column,
        learningRate: found('learning-rate')?.column,
        l2: found('l2')?.column,
        weightNorm: found('weight-norm')?.column
      })
    }
  }
}

function wished({ preset, loss, scaleBy, lossColumn, weightDecay }: RefinementFlags): NonNullable<ReadWishes['beside']> {
  return [
    ...(preset !== 'reference' && loss !== 'none' ? [{ name: 'loss' as const, ...given({ column: lossColumn }) }] : []),
    // Without decay no warning asks for them.
    ...(weightDecay === 0 ? [] : [{ name: 'learning-rate' as const }]),
    { name: 'l2' as const },
    ...(scaleBy === 'weight-norm' ? [{ name: 'weight-norm' as const }] : [])
  ]
}
