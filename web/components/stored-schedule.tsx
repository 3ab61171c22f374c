import { useEffect, useRef } from 'preact/hooks'
import type { Schedule } from '../api/types.ts'
import { whole } from '../format/number.ts'
import { ScheduleExport } from './schedule-export.tsx'
import { ScheduleHorizon } from './schedule-horizon.tsx'

/** A schedule that was just stored or chosen: its code, and how to make it longer. The focus goes to it. */
export function StoredSchedule({ schedule, made }: { schedule: Schedule; made: () => void }) {
  const { id, name, rule, steps } = schedule
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card stack" aria-label="Stored schedule">
      <h2 tabIndex={-1} ref={heading}>
        {name ?? rule}: stored
      </h2>
      <p>
        <code>{id}</code>, {whole(steps)} steps
      </p>
      <ScheduleExport id={id} />
      <ScheduleHorizon schedule={schedule} made={made} />
    </section>
  )
}
