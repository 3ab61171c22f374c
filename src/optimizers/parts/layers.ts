import { Type } from 'typebox'
import { pointerTo } from '../../domain/json-pointer.ts'
import { Problem } from '../../domain/problems.ts'
import type { Tree } from '../../kernels/engine.ts'

/** The most names that a list of layers may have. */
const layersMax = 100_000

/** Names of the layers that a method treats in its own way; null leaves the choice to their shapes. */
export const layerNames = (description: string) =>
  Type.Union([Type.Array(Type.String(), { maxItems: layersMax }), Type.Null()], { default: null, description })

/** The chosen tensors of a tree and the others; without a choice, those whose shape is fit are chosen. */
export function splitLayers(
  { names, shapes }: Tree,
  chosen: readonly string[] | null,
  isFit: (shape: readonly number[]) => boolean
): { chosen: readonly string[]; others: readonly string[] } {
  const listed = chosen === null ? undefined : new Set(chosen)
  const isChosen = (name: string, i: number) => listed?.has(name) ?? isFit(shapes[i]!)
  return { chosen: names.filter(isChosen), others: names.filter((name, i) => !isChosen(name, i)) }
}

/** @throws Problem `invalid-request`, naming the first of the chosen layers that is no parameter, or whose shape is not fit */
export function assertLayers(
  { names, shapes }: Tree,
  chosen: readonly string[] | null,
  hyperparameter: string,
  misfit: (shape: readonly number[]) => string | undefined = () => undefined
): void {
  const shapeOf = new Map(names.map((name, i) => [name, shapes[i]!]))
  for (const [i, name] of (chosen ?? []).entries()) {
    const shape = shapeOf.get(name)
    const wrong = shape === undefined ? 'is no parameter' : misfit(shape)
    if (wrong === undefined) continue
    const detail = `${JSON.stringify(name)} ${wrong}.`
    const fix = `Name parameters of this request, or send null for the choice by shape.`
    throw new Problem('invalid-request', detail, { errors: [{ pointer: pointerTo('/hyperparameters', hyperparameter, i), detail, fix }] })
  }
}
