import { type CooldownShape, cooldownShapes, type Own } from '../compare/own-schedule.ts'
import { short } from '../format/number.ts'

/** What of one's own schedule is not on the chart: how it falls, and to what. */
export const OwnSettings = ({ own, change }: { own: Own; change: (next: Partial<Own>) => void }) => (
  <div class="row end">
    <label>
      cooldown
      <select value={own.shape} onChange={({ currentTarget }) => change({ shape: currentTarget.value as CooldownShape })}>
        {cooldownShapes.map((shape) => (
          <option key={shape}>{shape}</option>
        ))}
      </select>
    </label>
    <label>
      <span>
        final <output>{short(own.final, 3)}</output>
      </span>
      <input
        type="range"
        min="0"
        max="0.5"
        step="0.01"
        value={own.final}
        onInput={({ currentTarget }) => change({ final: Number(currentTarget.value) })}
      />
    </label>
  </div>
)
