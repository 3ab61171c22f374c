import { placeLog } from '../formats/logs/norm-log.ts'
import type { NormReading } from '../formats/logs/norm-reading.ts'
import type { ReadWishes } from '../formats/logs/read-log.ts'
import type { LoggedNorms } from '../services/refinement/refine-log.ts'
import { type LogFlags, readLogFile } from './read-log-file.ts'

/** Norms of a file with what was read beside them, as a refinement takes them. */
export interface FileNorms {
  readonly norm: 'l1' | 'l2'
  readonly points: LoggedNorms
  readonly facts: NormReading['facts']
  /** What was read from where; null: there is nothing in it. */
  readonly columns: { step: string | null; value: string; loss?: string; weightNorm?: string } | null
}

/** What of a refinement says what it reads. */
interface RefinementFlags extends LogFlags {
  norm?: 'l1' | 'l2'
  preset?: 'robust' | 'paper' | 'reference'
  loss?: 'auto' | 'none'
  scaleBy?: 'none' | 'weight-norm'
}

/**
 * Reads norms and, where the log has a column that is called so, losses; norms of the weights where they are asked for.
 * @throws what `readLogFile` throws
 */
export async function readFileNorms(file: string, flags: RefinementFlags): Promise<FileNorms> {
  const { norm, preset, loss, scaleBy, lossColumn } = flags
  const beside: NonNullable<ReadWishes['beside']>[number][] = []
  if (preset !== 'reference' && loss !== 'none') beside.push({ name: 'loss', ...(lossColumn === undefined ? {} : { column: lossColumn }) })
  if (scaleBy === 'weight-norm') beside.push({ name: 'weight-norm' })
  const reading = await readLogFile(file, flags, norm, beside)
  const found = (name: 'loss' | 'weight-norm') => reading.beside?.find((one) => one.name === name)
  const [losses, weightNorms] = [found('loss'), found('weight-norm')]
  return {
    norm: norm ?? (reading.norm === 'l1' ? 'l1' : 'l2'),
    points: { ...placeLog(reading.log).points, losses: losses?.points ?? null, weightNorms: weightNorms?.points ?? null },
    facts: reading.facts,
    columns: reading.columns && {
      ...reading.columns,
      ...(losses === undefined ? {} : { loss: losses.column }),
      ...(weightNorms === undefined ? {} : { weightNorm: weightNorms.column })
    }
  }
}
