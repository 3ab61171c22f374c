import { createStore } from './store.ts'

const kept = 'taper-key'

/** Why a key is asked for, in the service's words; null while none is. */
export const keyWanted = createStore<string | null>(null)

/** The API key that calls are made with. It is kept for this tab alone, and goes when the tab is closed. */
export const apiKey = createStore<string | null>(typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(kept))

export function signIn(key: string): void {
  sessionStorage.setItem(kept, key)
  apiKey.set(key)
  keyWanted.set(null)
}

export function signOut(): void {
  sessionStorage.removeItem(kept)
  apiKey.set(null)
}
