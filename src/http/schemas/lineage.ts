import { Type } from 'typebox'
import { magnitude } from './float.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleId } from './schedule-id.ts'

const time = () => Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' })
const deleted = Type.Boolean({ description: 'Whether it was deleted since; then only its id is known.' })
const gain = () => magnitude('`bound.gain` of its report: the bound with linear decay over the bound with the refined schedule.')

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
    generation: Type.Integer({ description: 'How many schedules lie between: −1, −2, … back, 1, 2, … forward.' }),
    schedule: ref(LineageSchedule),
    runs: Type.Array(ref(LineageRun), {
      description: 'Back: the run that the schedule was made from, if any. Forward: the runs that were trained with it.'
    })
  },
  { $id: 'Generation', additionalProperties: false, description: 'One step of a lineage, from a run over a schedule to the next runs.' }
)

export const Lineage = Type.Object(
  {
    runId: RunId,
    ancestors: Type.Array(ref(Generation), { description: 'What led to the run, the nearest first.' }),
    descendants: Type.Array(ref(Generation), { description: 'What came of the run, by generation.' }),
    gains: Type.Array(
      Type.Object({ scheduleId: ScheduleId, runId: orNull(RunId), gain: gain(), createdAt: time() }, { additionalProperties: false }),
      { description: 'What each refinement among them promised to gain over linear decay, oldest first.' }
    ),
    truncated: Type.Boolean({ description: 'Whether there is more: 100 steps back and 200 schedules and runs forward are followed.' })
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
  gains: [
    { scheduleId: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81', runId: 'resnet50-seed1', gain: 1.16, createdAt: '2026-03-02T11:40:05.127Z' }
  ],
  truncated: false
}
