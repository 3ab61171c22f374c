import { useEffect, useState } from 'preact/hooks'

/** A value that several components see. */
export interface Store<Value> {
  get(): Value
  set(value: Value): void
  /** @returns what ends it */
  subscribe(listener: (value: Value) => void): () => void
}

export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial
  const listeners = new Set<(value: Value) => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener(value)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

/** The value of a store; the component is drawn again when it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  const [value, show] = useState(store.get())
  useEffect(() => {
    show(store.get())
    return store.subscribe(show)
  }, [store])
  return value
}
