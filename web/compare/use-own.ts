import { useEffect, useRef, useState } from 'preact/hooks'
import { patiently } from '../api/reach.ts'
import { askBounds, askLosses, type Bound, type Predicted } from './ask.ts'
import { between, gridOf } from './loss-grid.ts'
import { type Own, requestOf } from './own-schedule.ts'
import type { Subject } from './subject.ts'

/** What is known of the schedule that a person shapes, as it is now. */
export interface OwnResult {
  readonly bound: Pick<Bound, 'bound' | 'peak'> | null
  /** The bound is that of a shape a moment ago, until that of this one is there. */
  readonly boundNear: boolean
  readonly predicted: Predicted | null
  /** The loss is between those of neighbouring shapes, until the exact one is there. */
  readonly near: boolean
}

const key = 'yours'
/** A person has let go when nothing has moved for so long. Milliseconds. */
const restMs = 250

/** Follows a shape that changes: bounds as fast as they are answered, the last shape winning; losses from a grid at once, and exactly at rest. */
export function useOwn(subject: Subject, own: Own, peak: number | null, ready: boolean): OwnResult {
  const [bounds, showBound] = useState<{ of: string; bound: Pick<Bound, 'bound' | 'peak'> | null }>({ of: '', bound: null })
  const [exact, showExact] = useState<{ of: string; predicted: Predicted } | null>(null)
  const [grid, showGrid] = useState<Readonly<Record<string, Predicted>>>({})
  const follow = useRef(async () => {})
  const now = JSON.stringify([own, peak, subject.steps])
  const wanted = useRef({ own, key: now })
  wanted.current = { own, key: now }

  useEffect(() => {
    const left = new AbortController()
    let isBusy = false
    follow.current = async () => {
      if (isBusy) return
      isBusy = true
      // One is asked for at a time, so that answers come in order; of the shapes that were left behind meanwhile, none is.
      for (let last = ''; last !== wanted.current.key && !left.signal.aborted; ) {
        const { own: shape, key: of } = wanted.current
        last = of
        const ask = () => askBounds(subject, [{ key, request: requestOf(shape, subject.steps) }], left.signal)
        const found = await patiently(ask, left.signal).catch(() => ({}) as Record<string, Bound>)
        if (!left.signal.aborted) showBound({ of, bound: found[key] ?? null })
      }
      isBusy = false
    }
    return () => left.abort()
  }, [subject])
  useEffect(() => void follow.current(), [now, subject])

  useEffect(() => {
    if (subject.curve === null || !ready) return
    const left = new AbortController()
    const named = gridOf(own).map((one) => ({ key: one.key, request: requestOf(one.own, subject.steps) }))
    patiently(() => askLosses(subject, named, {}, peak, left.signal), left.signal).then(
      ({ of }) => showGrid(of),
      () => undefined
    )
    return () => left.abort()
  }, [subject, ready, peak, own.shape, own.final])

  useEffect(() => {
    if (subject.curve === null || !ready) return
    const left = new AbortController()
    const rest = setTimeout(() => {
      const ask = () => askLosses(subject, [{ key, request: requestOf(own, subject.steps) }], {}, peak, left.signal)
      patiently(ask, left.signal).then(
        ({ of }) => of[key] && showExact({ of: now, predicted: of[key] }),
        () => undefined
      )
    }, restMs)
    return () => {
      clearTimeout(rest)
      left.abort()
    }
  }, [now, subject, ready])

  const isExact = exact?.of === now
  return { bound: bounds.bound, boundNear: bounds.of !== now, predicted: isExact ? exact.predicted : between(grid, own), near: !isExact }
}
