import { quoted } from './comment-text.ts'
import type { Curve } from './curve.ts'
import type { ExportedSchedule } from './export-target.ts'

/**
 * The heading of every export, as lines without comment signs. The name must not be in the first two lines: there Python reads a comment
 * that mentions an encoding as an encoding declaration (PEP 263).
 */
export function heading({ id, name, rule, steps, version }: ExportedSchedule, curve: Curve | null): string[] {
  return [
    `Learning-rate schedule: ${steps} ${steps === 1 ? 'step' : 'steps'}, rule ${rule}.`,
    `Written by Taper ${version} from the schedule ${id}.`,
    ...(name === null ? [] : [`Name: ${quoted(name)}`]),
    ...(curve === null ? [] : [precision(curve)])
  ]
}

const precision = (curve: Curve): string =>
  curve.form === 'dense'
    ? 'Multipliers: float64, exact.'
    : `Multipliers: ${curve.knots.length - 1} straight ${curve.knots.length === 2 ? 'piece' : 'pieces'}, within ${curve.tolerance} of the schedule.`
