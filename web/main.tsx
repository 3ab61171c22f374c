import { render } from 'preact'
import { App } from './app.tsx'
import './design/tokens.css'
import './design/base.css'
import { beginTheme } from './state/theme.ts'

beginTheme()
render(<App />, document.getElementById('page') as HTMLElement)
