import { useEffect, useRef } from 'preact/hooks'
import { DropAnywhere } from './components/drop-anywhere.tsx'
import { Logo } from './components/logo.tsx'
import { SignIn } from './components/sign-in.tsx'
import { ThemeSwitch } from './components/theme-switch.tsx'
import { TroubleNote } from './components/trouble-note.tsx'
import { addressOf, useRoute } from './state/route.ts'
import { apiKey, keyWanted, signOut } from './state/session.ts'
import { useStore } from './state/store.ts'
import { viewOf, views } from './views/index.ts'
import './app.css'

/** The frame of the page: where one can go, and the view that the address names. */
export function App() {
  const { path } = useRoute()
  const wanted = useStore(keyWanted)
  const key = useStore(apiKey)
  const view = viewOf(path)
  const main = useRef<HTMLElement>(null)
  const place = path.join('/')
  useEffect(() => {
    document.title = `${[...path.slice(1), view.title].join(' · ')} · Taper`
  }, [place, view])
  // As a new document would: at its beginning, which a screen reader then reads.
  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    scrollTo(0, 0)
    main.current?.focus()
  }, [place])
  const Shown = view.component
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header class="bar">
        <a class="brand" href={addressOf([])} aria-label="Taper, all runs">
          <Logo />
        </a>
        <nav aria-label="Views">
          {views
            .filter(({ inNavigation }) => inNavigation)
            .map(({ name, title }) => (
              <a key={name} href={addressOf([name])} aria-current={name === view.name ? 'page' : undefined}>
                {title}
              </a>
            ))}
        </nav>
        <div class="tools">
          <a href="docs">API</a>
          {key !== null && (
            <button type="button" class="plain" onClick={signOut}>
              Sign out
            </button>
          )}
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} aria-label={[view.title, ...path.slice(1)].join(' ')}>
        {wanted === null ? <Shown key={`${place} ${key}`} of={path.slice(1)} /> : <SignIn reason={wanted} />}
      </main>
      <TroubleNote />
      <DropAnywhere />
    </>
  )
}
