import type { RefinementOptions } from '../api/types.ts'
import { setQuery } from '../state/route.ts'

/** Options as the address has them; what it lacks is the service's default. */
export function optionsOf(query: URLSearchParams): RefinementOptions {
  const number = (name: string) => {
    const text = query.get(name)
    return text === null || !Number.isFinite(Number(text)) ? undefined : Number(text)
  }
  const preset = query.get('preset')
  const given = {
    preset: preset === 'paper' || preset === 'reference' ? preset : undefined,
    window: preset === 'reference' ? undefined : number('window'),
    warmupFloor: number('floor'),
    final: number('final'),
    steps: number('steps')
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as RefinementOptions
}

/** How the norms are refined; each change is drawn at once, and stands in the address. */
export function RefineOptions({ options, steps }: { options: RefinementOptions; steps: number | undefined }) {
  const slider = (name: string, label: string, value: number, max: number) => (
    <label>
      <span>
        {label} <output>{Math.round(1000 * value) / 10} %</output>
      </span>
      <input
        type="range"
        min="0"
        max={max}
        step={max / 100}
        value={value}
        onInput={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}
      />
    </label>
  )
  return (
    <form class="row end options" onSubmit={(event) => event.preventDefault()}>
      <label>
        Preset
        <select
          value={options.preset ?? 'robust'}
          onChange={({ currentTarget: { value } }) => setQuery({ preset: value === 'robust' ? null : value })}
        >
          <option value="robust">robust</option>
          <option value="paper">paper</option>
          <option value="reference">reference</option>
        </select>
      </label>
      {options.preset !== 'reference' && slider('window', 'Filter window', options.window ?? 0.1, 0.5)}
      {slider('floor', 'Warm-up floor', options.warmupFloor ?? 0, 1)}
      {slider('final', 'Ends at', options.final ?? 0, 0.5)}
      <label>
        Steps
        <input
          type="number"
          min="1"
          max="100000000"
          inputMode="numeric"
          value={options.steps ?? ''}
          placeholder={steps === undefined ? '' : String(steps)}
          onInput={({ currentTarget: { value } }) => setQuery({ steps: Number(value) >= 1 ? Math.floor(Number(value)) : null })}
        />
      </label>
      <button type="button" onClick={() => setQuery({ preset: null, window: null, floor: null, final: null, steps: null })}>
        Defaults
      </button>
    </form>
  )
}
