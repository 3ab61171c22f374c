import type { ComponentChildren } from 'preact'
import type { Bound, Predicted } from '../compare/ask.ts'
import { short } from '../format/number.ts'

export interface ComparedRow {
  readonly key: string
  readonly title: string
  readonly colour: string
  readonly bound: Pick<Bound, 'bound' | 'peak'> | null
  readonly predicted: Predicted | null
  /** The predicted loss is between those of neighbours. */
  readonly near?: boolean
  /** The bound is of a shape a moment ago. */
  readonly boundNear?: boolean
  /** A schedule above it that has the same shape. */
  readonly sameAs?: string | null
  readonly settings: ComponentChildren
  readonly actions: ComponentChildren
}

/** Bounds that differ by less are of equally good shapes: on measured problems their order was a coin. As the service has it. */
const equalBounds = 1.1

/** Two questions in two groups of columns: how good a shape is by theory, and what loss a law predicts. */
export function CompareTable({
  rows,
  peak,
  rmse,
  noForecast,
  hasNorms
}: {
  rows: readonly ComparedRow[]
  peak: number | null
  rmse: number
  noForecast: string | null
  hasNorms: boolean
}) {
  const best = Math.min(...rows.map(({ bound }) => bound?.bound ?? Number.POSITIVE_INFINITY))
  const boundsEqual = rows.filter(({ bound }) => bound !== null && bound.bound <= equalBounds * best).length
  const least = Math.min(...rows.map(({ predicted }) => predicted?.loss ?? Number.POSITIVE_INFINITY))
  const lossesEqual = rows.filter(({ predicted }) => predicted !== null && predicted.loss - least <= rmse).length
  return (
    <section class="scroll" tabIndex={0} aria-label="Schedules compared">
      <table class="stacked">
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={2} class="number">
              {hasNorms ? 'Bound, at its own best peak' : 'Bound, as if all norms were equal'}
            </th>
            <th scope="colgroup" colSpan={2} class="number">
              Predicted loss{peak ? `, all at peak ${short(peak)}` : ''}
            </th>
            <td />
          </tr>
          <tr>
            <th scope="col">Schedule</th>
            <th scope="col" class="number">
              Bound
            </th>
            <th scope="col" class="number">
              Best peak
            </th>
            <th scope="col" class="number">
              Loss
            </th>
            <th scope="col" class="number">
              90 % interval
            </th>
            <th scope="col">
              <span class="unseen">What to do with it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, colour, bound, predicted, near, boundNear, sameAs, settings, actions }) => (
            <tr key={key}>
              <th scope="row">
                <span class="swatch" style={{ background: `var(${colour})` }} />
                {title}
                {sameAs && <p class="hint">the same shape as {sameAs}, within 2 %</p>}
                {settings}
              </th>
              <td class="number" data-label="Bound">
                {bound ? `${boundNear ? '≈ ' : ''}${short(bound.bound)}` : '…'}{' '}
                {bound && bound.bound <= equalBounds * best && <span class="tag">{boundsEqual === 1 ? 'best' : 'equal'}</span>}
              </td>
              <td class="number" data-label="Best peak">
                {bound && hasNorms ? `${boundNear ? '≈ ' : ''}${short(bound.peak)}` : ''}
              </td>
              <td class="number" data-label="Predicted loss">
                {predicted ? `${near ? '≈ ' : ''}${short(predicted.loss)}` : noForecast === null ? '…' : '–'}{' '}
                {predicted && predicted.loss - least <= rmse && <span class="tag">{lossesEqual === 1 ? 'best' : 'equal'}</span>}
              </td>
              <td class="number" data-label="90 % interval">
                {predicted ? `${short(predicted.low)} – ${short(predicted.high)}` : ''}
              </td>
              <td>
                <div class="row no-print">{actions}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
