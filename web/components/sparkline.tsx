import { useEffect, useRef, useState } from 'preact/hooks'
import { fetchView, type SeriesView } from '../data/series-view.ts'
import { short } from '../format/number.ts'
import { seriesTitles } from '../format/series-titles.ts'

const [width, height] = [120, 28]

/** A small picture of a series, on a logarithmic scale; asked for once it is in sight, and again when there are some percent more points. */
export function Sparkline({ runId, name, points }: { runId: string; name: string; points: number }) {
  const ground = useRef<SVGSVGElement>(null)
  const [{ path, text }, draw] = useState({ path: '', text: '' })
  const size = Math.floor(Math.log(points) / Math.log(1.1))
  useEffect(() => {
    const left = new AbortController()
    const see: IntersectionObserverCallback = ([entry]) => {
      if (!entry?.isIntersecting) return
      sight.disconnect()
      // A picture that cannot be had is left out: the list says what is wrong.
      fetchView(runId, name, null, left.signal, width / 2).then(
        ({ view }) => draw({ path: pathOf(view), text: wordsOf(view) }),
        () => {}
      )
    }
    const sight = new IntersectionObserver(see, { rootMargin: '400px' })
    sight.observe(ground.current as SVGSVGElement)
    return () => {
      sight.disconnect()
      left.abort()
    }
  }, [runId, name, size])
  return (
    <svg
      ref={ground}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${seriesTitles[name]}${text}`}
    >
      <path d={path} fill="none" stroke="var(--series-1)" stroke-width="1.3" stroke-linejoin="round" />
    </svg>
  )
}

/** The picture for those who do not see it. */
const wordsOf = ({ mean, min, max }: SeriesView): string =>
  `: from ${short(mean[0], 3)} to ${short(mean.at(-1), 3)}, between ${short(Math.min(...min), 3)} and ${short(Math.max(...max), 3)}`

/** A line through the means of the columns. */
export function pathOf({ steps, mean }: Pick<SeriesView, 'steps' | 'mean'>): string {
  const logs = mean.map((value) => (value > 0 ? Math.log(value) : Number.NaN))
  const known = logs.filter((value) => !Number.isNaN(value))
  if (known.length < 2) return ''
  const [least, greatest] = [Math.min(...known), Math.max(...known)]
  const [first, last] = [steps[0]!, steps.at(-1)!]
  const place = (step: number, log: number): string => {
    const x = (width * (step - first)) / Math.max(1, last - first)
    const y = greatest > least ? 2 + (height - 4) * (1 - (log - least) / (greatest - least)) : height / 2
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  return Array.from(logs, (log, i) => (Number.isNaN(log) ? '' : place(steps[i]!, log)))
    .filter(Boolean)
    .map((at, i) => `${i === 0 ? 'M' : 'L'}${at}`)
    .join('')
}
