import { useEffect, useRef, useState } from 'preact/hooks'
import { askBounds, askLosses, type Bound, type Predicted } from './ask.ts'
import { between, gridOf } from './loss-grid.ts'
import { type Own, requestOf } from './own-schedule.ts'
import type { Subject } from './subject.ts'

/** What is known of the schedule that a person shapes, as it is now. */
export interface OwnResult {
  readonly bound: Pick<Bound, 'bound' | 'peak'> | null
  readonly predicted: Predicted | null
  /** The loss is between those of neighbouring shapes, until the exact one is there. */
  readonly near: boolean
}

const key = 'yours'
/** A person has let go when nothing has moved for so long. Milliseconds. */
const restMs = 250

/** Follows a shape that changes: bounds as fast as they are answered, the last shape winning; losses from a grid at once, and exactly at rest. */
export function useOwn(subject: Subject, own: Own, peak: number | null, ready: boolean): OwnResult {
  const [bound, showBound] = useState<Pick<Bound, 'bound' | 'peak'> | null>(null)
  const [exact, showExact] = useState<{ of: string; predicted: Predicted } | null>(null)
  const [grid, showGrid] = useState<Readonly<Record<string, Predicted>>>({})
  const wanted = useRef(own)
  const asking = useRef(false)
  const now = JSON.stringify([own, peak, subject.steps])
  wanted.current = own

  useEffect(() => {
    let gone = false
    const follow = async () => {
      if (asking.current) return
      asking.current = true
      for (let last: Own | null = null; !gone && last !== wanted.current; ) {
        last = wanted.current
        const request = requestOf(last, subject.steps)
        const answer = await askBounds(subject, [{ key, request }]).catch(() => ({}) as Record<string, Bound>)
        if (!gone) showBound(answer[key] ?? null)
      }
      asking.current = false
    }
    void follow()
    return () => {
      gone = true
      asking.current = false
    }
  }, [now, subject])

  useEffect(() => {
    if (subject.curve === null || !ready) return
    const left = new AbortController()
    const named = gridOf(own).map((one) => ({ key: one.key, request: requestOf(one.own, subject.steps) }))
    askLosses(subject, named, {}, peak, left.signal).then(
      ({ of }) => showGrid(of),
      () => undefined
    )
    return () => left.abort()
  }, [subject, ready, peak, own.shape, own.final])

  useEffect(() => {
    if (subject.curve === null || !ready) return
    const left = new AbortController()
    const rest = setTimeout(() => {
      askLosses(subject, [{ key, request: requestOf(own, subject.steps) }], {}, peak, left.signal).then(
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
  return { bound, predicted: isExact ? exact.predicted : between(grid, own), near: !isExact }
}
