import { readMultipliers } from './taper.ts'

/** Multipliers of the peak learning rate for steps 0 … steps − 1 of the schedules in common use. */
const common: Record<string, (step: number, steps: number) => number> = {
  flat: () => 1,
  cosine: (step, steps) => 0.5 * (1 + Math.cos((Math.PI * step) / (steps - 1))),
  linear: (step, steps) => 1 - step / (steps - 1)
}

export const commonSchedules = Object.keys(common)

/** The multipliers of a common schedule by its name, or of one that Taper keeps by its URL (`http://…/v1/schedules/<id>`). */
export async function multipliersOf(schedule: string, steps: number): Promise<Float64Array> {
  const rule = common[schedule]
  if (rule !== undefined) return Float64Array.from({ length: steps }, (_, step) => rule(step, steps))
  if (!/^https?:/.test(schedule))
    throw new Error(`a schedule is one of ${commonSchedules.join(', ')} or the URL of one, not ${JSON.stringify(schedule)}`)
  const multipliers = await readMultipliers(schedule)
  if (multipliers.length !== steps) throw new Error(`${schedule} has ${multipliers.length} multipliers, the training has ${steps} steps`)
  return multipliers
}
