import { invalid } from '../../../domain/problems.ts'
import type { LogReader } from '../recorder.ts'
import { PlainEvents } from '../scanner/plain-events.ts'
import { Scanner } from '../scanner/scanner.ts'
import { slices } from '../text.ts'
import { readEvent } from './event-file/event.ts'
import { beginsWithFrame, eachFrame } from './event-file/frames.ts'

/**
 * An event file of TensorBoard, as TensorFlow, PyTorch, Keras, JAX, Lightning and others write it: scalars as numbers or as tensors. Values
 * are float32 mostly. What stands after a cut or a wrong checksum is left out, as TensorBoard does.
 */
export const eventFile: LogReader = {
  name: 'tensorboard',
  title: 'an event file of TensorBoard',
  place: 'Record',
  recognises: ({ bytes }) => beginsWithFrame(bytes),
  read: async (source, recorder) => {
    const step = recorder.column('step')
    let unread = 0
    const take = (bytes: Buffer, start: number, end: number, frame: number) => {
      try {
        const event = readEvent(bytes, start, end)
        if (event.isRestart) recorder.resume(event.step)
        if (event.scalars.length === 0) return
        recorder.put(step, event.step)
        for (const { tag, value } of event.scalars) {
          const column = recorder.column(tag)
          if (recorder.wants(column)) recorder.put(column, value)
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        unread++
        return
      }
      recorder.end(frame)
    }
    const { isCut, broken } = await Scanner.use((scanner) =>
      eachFrame(slices(source.bytes()), take, new PlainEvents(scanner, recorder, step))
    )
    if (broken?.frame === 1) throw invalid('', 'The checksum of the first event is wrong.')
    if (broken !== null) recorder.note(`The checksum of event ${broken.frame} is wrong: it and what stands after it were left out.`)
    if (isCut) recorder.note('The file ends within an event, which was left out.')
    if (unread > 0) recorder.note(`${unread} events could not be read and were left out.`)
  }
}
