import { createStore } from './store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const kept = 'taper-theme'

const isTheme = (text: string | null): text is Theme => (themes as readonly (string | null)[]).includes(text)

/** Colours as the system has them, or as a person chose; kept for the next visit. */
export const theme = createStore<Theme>('system')

/** Every change of colours that the page can know of: by its own switch, or by the system. For what is drawn on a canvas. */
export function onColours(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', listener)
  const leave = theme.subscribe(listener)
  return () => {
    system.removeEventListener('change', listener)
    leave()
  }
}

const show = (chosen: Theme): void => {
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}

/**
 * A sheet of paper is light, whatever the screen is.
 * @param listener is told before it is printed, with true, and after it
 * @returns what ends it
 */
export function onPrint(listener: (printing: boolean) => void): () => void {
  const before = () => {
    document.documentElement.dataset.theme = 'light'
    listener(true)
  }
  const after = () => {
    show(theme.get())
    listener(false)
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}

/** Takes the theme of the last visit, before anything is drawn. */
export function beginTheme(): void {
  const last = localStorage.getItem(kept)
  if (isTheme(last)) theme.set(last)
  show(theme.get())
  theme.subscribe(show)
}

export function chooseTheme(chosen: Theme): void {
  if (chosen === 'system') localStorage.removeItem(kept)
  else localStorage.setItem(kept, chosen)
  show(chosen)
  theme.set(chosen)
}
