import type { ScheduleRule } from '../api/types.ts'

interface AddScheduleProps {
  readonly rules: readonly ScheduleRule[]
  /** Stored schedules, by what stands for them in the address. */
  readonly titles: Readonly<Record<string, string>>
  add(text: string): void
}

/** Takes a rule or a stored schedule into the comparison. */
export const AddSchedule = ({ rules, titles, add }: AddScheduleProps) => (
  <label>
    Add
    <select
      value=""
      onChange={({ currentTarget }) => {
        if (currentTarget.value !== '') add(currentTarget.value)
        currentTarget.value = ''
      }}
    >
      <option value="">a rule or a stored schedule …</option>
      {rules
        .filter(({ madeFrom }) => madeFrom === 'formula')
        .map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      {Object.entries(titles).map(([text, title]) => (
        <option key={text} value={text}>
          {title}
        </option>
      ))}
    </select>
  </label>
)
