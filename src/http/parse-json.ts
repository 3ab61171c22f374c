import { invalid } from '../domain/problems.ts'

/** @throws Problem `invalid-request` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid('', `The body is not JSON: ${(error as Error).message}.`)
  }
}
