import { useMemo } from 'preact/hooks'
import { ask, call, pathOf } from '../api/client.ts'
import type { Schedule } from '../api/types.ts'
import type { ChartLine } from '../components/chart/lines.ts'
import { useWork } from './use-answer.ts'

/** So many multipliers are read whole to be drawn. */
const stepsMax = 1_000_000
const drawnMax = 2000

/** The rates of the schedule that a run was to follow; null where there is none, or its peak is not known. */
export function useMeantRates(scheduleId: string | null | undefined, peakOfRun: number | null): ChartLine | null {
  const { answer } = useWork(
    scheduleId
      ? async (signal) => {
          const schedule = await ask<Schedule>(pathOf(['v1', 'schedules', scheduleId]), { signal })
          if (schedule.steps > stepsMax) return null
          const headers = { accept: 'application/octet-stream' }
          const bytes = await (await call(pathOf(['v1', 'schedules', scheduleId, 'multipliers']), { headers, signal })).arrayBuffer()
          return { peak: schedule.peakLearningRate, multipliers: new Float64Array(bytes) }
        }
      : null,
    [scheduleId]
  )
  return useMemo(() => {
    const peak = answer?.peak ?? peakOfRun
    if (!answer || peak === null) return null
    const every = Math.ceil(answer.multipliers.length / drawnMax)
    const steps = Array.from({ length: Math.ceil(answer.multipliers.length / every) }, (_, i) => i * every)
    return {
      label: 'meant',
      colour: '--series-8',
      steps,
      values: steps.map((step) => peak * answer.multipliers[step]!),
      dash: [6, 4],
      width: 1.4
    }
  }, [answer, peakOfRun])
}
