import { useStore } from '../state/store.ts'
import { chooseTheme, type Theme, theme, themes } from '../state/theme.ts'

const titles: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

/** Dark or light, or as the system has it. */
export function ThemeSwitch() {
  const chosen = useStore(theme)
  return (
    <label class="theme">
      <span class="unseen">Colours</span>
      <select value={chosen} onChange={({ currentTarget }) => chooseTheme(currentTarget.value as Theme)}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {titles[name]}
          </option>
        ))}
      </select>
    </label>
  )
}
