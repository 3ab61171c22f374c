import { InvalidArgumentError } from 'commander'

/** Readers of options that are numbers. */

export const number = (text: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.')
  return value
}

export const wholeNumber =
  (minimum: number) =>
  (text: string): number => {
    const value = number(text)
    if (!Number.isSafeInteger(value) || value < minimum) throw new InvalidArgumentError(`It must be a whole number ≥ ${minimum}.`)
    return value
  }

export const positiveNumber = (text: string): number => {
  const value = number(text)
  if (value <= 0) throw new InvalidArgumentError('It must be above 0.')
  return value
}
