import { Type } from 'typebox'
import { magnitude } from './float.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleId } from './schedule-id.ts'

const time = () => Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' })
const deleted = Type.Boolean({ description: 'Whether it was deleted; then only its id is known.' })
const gain = () =>
  magnitude(
    '`bound.gain` of the report: the bound of linear decay over that of the refined schedule, on the norms that it was made from. A property of these norms: gains along a ' +
      'lineage do not add up.'
  )

const LineageRun = Type.Object(
  { id: RunId, name: orNull(Type.String()), createdAt: orNull(time()), deleted },
  { $id: 'LineageRun', additionalProperties: false, description: 'A run in a lineage.' }
)

const LineageSchedule = Type.Object(
  {
    id: ScheduleId,
    name: orNull(Type.String()),
    rule: orNull(Type.String({ description: '`refined`, or the name of the rule that made it.' })),
    runId: orNull(RunId),
    gain: orNull(gain()),
    createdAt: orNull(time()),
    deleted
  },
  { $id: 'LineageSchedule', additionalProperties: false, description: 'A schedule in a lineage.' }
)

const Generation = Type.Object(
  {
    generation: Type.Integer({ description: 'Number of schedules in between: −1, −2, … backward, 1, 2, … forward.' }),
    schedule: ref(LineageSchedule),
    runs: Type.Array(ref(LineageRun), {
      description: 'Backward: the run that the schedule was refined from, if any. Forward: the runs trained with it.'
    })
  },
  { $id: 'Generation', additionalProperties: false, description: 'One step of a lineage: a schedule, and the runs before or after it.' }
)

export const Lineage = Type.Object(
  {
    runId: RunId,
    ancestors: Type.Array(ref(Generation), { description: 'Earlier schedules and runs, nearest first.' }),
    descendants: Type.Array(ref(Generation), { description: 'Later schedules and runs, by generation.' }),
    truncated: Type.Boolean({ description: 'Whether the lineage is cut off: at 100 steps backward, or 200 schedules and runs forward.' })
  },
  { $id: 'Lineage', additionalProperties: false, description: 'The chain run → schedule → run that a run is part of.' }
)

export const lineageSchemas = [LineageRun, LineageSchedule, Generation, Lineage]

export const lineageExample = {
  runId: 'resnet50-seed2',
  ancestors: [
    {
      generation: -1,
      schedule: {
        id: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81',
        name: 'refined from seed 1',
        rule: 'refined',
        runId: 'resnet50-seed1',
        gain: 1.16,
        createdAt: '2026-03-02T11:40:05.127Z',
        deleted: false
      },
      runs: [{ id: 'resnet50-seed1', name: 'ResNet-50, seed 1', createdAt: '2026-03-02T09:12:44.301Z', deleted: false }]
    }
  ],
  descendants: [],
  truncated: false
}
