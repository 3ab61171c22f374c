import { isObject } from './lenient-json.ts'
import { factsOfSettings } from './names/settings.ts'
import type { LogFacts, Recorder } from './recorder.ts'

const depthMax = 4

/** Puts what the settings of a training say of it. */
export function putSettings(recorder: Recorder, settings: Iterable<readonly [string, unknown]>): void {
  for (const [fact, value] of Object.entries(factsOfSettings(settings))) recorder.fact(fact as keyof LogFacts, value as never)
}

/** The settings within one, by their names with slashes. */
export function* flattened(name: string, value: unknown, depth = 0): Generator<readonly [string, unknown]> {
  if (!isObject(value)) yield [name, value]
  else if (depth < depthMax)
    for (const [key, inner] of Object.entries(value)) yield* flattened(name === '' ? key : `${name}/${key}`, inner, depth + 1)
}
