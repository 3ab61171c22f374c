import type { ScheduleRule } from '../api/types.ts'
import { short } from '../format/number.ts'

interface Setting {
  readonly type?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly enum?: readonly string[]
  readonly description?: string
}

const settingsOf = (rule: ScheduleRule): [string, Setting][] =>
  Object.entries((rule.parameters as { properties?: Record<string, Setting> }).properties ?? {})

interface RuleSettingsProps {
  readonly rule: ScheduleRule
  readonly parameters: Readonly<Record<string, unknown>>
  change(parameters: Record<string, unknown>): void
}

/** A slider for each number of a rule, and a choice for each word. Lists and rules within rules are left as they are. */
export function RuleSettings({ rule, parameters, change }: RuleSettingsProps) {
  const shown = settingsOf(rule).filter(
    ([, { type, enum: words, default: usual }]) => usual !== undefined && (type === 'number' || type === 'integer' || words !== undefined)
  )
  if (shown.length === 0) return <span class="hint">no parameters</span>
  return (
    <div class="row end">
      {shown.map(([name, setting]) => {
        const value = parameters[name] ?? setting.default
        const id = `${rule.name}-${name}`
        if (setting.enum)
          return (
            <label key={name} title={setting.description}>
              {name}
              <select value={String(value)} onChange={({ currentTarget }) => change({ ...parameters, [name]: currentTarget.value })}>
                {setting.enum.map((word) => (
                  <option key={word}>{word}</option>
                ))}
              </select>
            </label>
          )
        const isCount = setting.type === 'integer'
        const usual = typeof setting.default === 'number' ? setting.default : 0
        const most = setting.maximum ?? (isCount ? Math.max(12, 3 * usual) : usual > 1 ? 4 * usual : usual === 1 ? 4 : 1)
        return (
          <label key={name} title={setting.description} for={id}>
            <span>
              {name} <output>{typeof value === 'number' ? short(value, 3) : ''}</output>
            </span>
            <input
              id={id}
              type="range"
              min={setting.minimum ?? setting.exclusiveMinimum ?? 0}
              max={most}
              step={isCount ? 1 : most / 200}
              value={Number(value ?? 0)}
              onChange={({ currentTarget }) => change({ ...parameters, [name]: Number(currentTarget.value) })}
            />
          </label>
        )
      })}
    </div>
  )
}
