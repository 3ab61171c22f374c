import { createStore, useStore } from './store.ts'

/**
 * What the page shows, as the address says: `#/runs/my-run?from=0&to=100`. It stands behind the `#`, so that a link works behind a proxy
 * that serves the page in a folder of its own, and is never sent to a service.
 */
export interface Route {
  /** Parts of the path, decoded: the view, then what it is of. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

/** What an address shows. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s)
  return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query) }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>

/** The address of a view, for a link. What is null, undefined, false or empty is left out. */
export function addressOf(path: readonly string[], query: Query = {}): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) addTo(given, name, value)
  const text = given.toString()
  return `#/${path.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`
}

function addTo(query: URLSearchParams, name: string, value: Query[string]): void {
  if (Array.isArray(value)) for (const each of value) query.append(name, each)
  else if (value !== null && value !== undefined && value !== false && value !== '') query.append(name, String(value))
}

export const route = createStore<Route>(routeOf(typeof location === 'undefined' ? '' : location.hash))
if (typeof addEventListener === 'function') {
  addEventListener('hashchange', () => {
    // Somebody went elsewhere: what was not written yet is of a place that was left.
    isBehind = false
    route.set(routeOf(location.hash))
  })
  addEventListener('pagehide', () => writeAddress())
}

export const useRoute = (): Route => useStore(route)

/** Goes to a view, as a link does. */
export function goTo(path: readonly string[], query: Query = {}): void {
  location.hash = addressOf(path, query)
}

/** Browsers take some addresses a second and then no more, for a while or for good: a slider has more. Milliseconds. */
const writtenMs = 250
let writing: ReturnType<typeof setTimeout> | undefined
let isBehind = false

function writeAddress(): void {
  writing = isBehind ? setTimeout(writeAddress, writtenMs) : undefined
  if (!isBehind) return
  isBehind = false
  const { path, query } = route.get()
  const text = query.toString()
  history.replaceState(null, '', `#/${path.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`)
}

/**
 * Changes what the address says beside the view, so that a link or a reload shows the same. It makes no step in the history: Back leaves the
 * view. A value of null takes its name out. What changes fast is written some times a second.
 */
export function setQuery(changes: Query): void {
  const { path, query } = route.get()
  const given = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    given.delete(name)
    addTo(given, name, value)
  }
  route.set({ path, query: given })
  isBehind = true
  if (writing === undefined) writeAddress()
}

/** The steps that an address shows: `from` and `to`; null: all. */
export function rangeOf(query: URLSearchParams): readonly [number, number] | null {
  const [from, to] = ['from', 'to'].map((name) => Number(query.get(name) ?? Number.NaN)) as [number, number]
  return from < to ? [from, to] : null
}

/** Shows these steps, and says so in the address. */
export function zoomTo(range: readonly [number, number] | null): void {
  const from = range && Math.max(0, Math.round(range[0]))
  setQuery({ from, to: range && Math.max((from as number) + 1, Math.round(range[1])) })
}
