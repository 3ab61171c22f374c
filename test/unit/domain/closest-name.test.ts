import { expect, it } from 'vitest'
import { closestName } from '../../../src/domain/closest-name.ts'

const known = ['name', 'optimizer', 'totalSteps', 'peakLearningRate', 'labels']

it.each([
  ['nmae', 'name'],
  ['optimiser', 'optimizer'],
  ['total_steps', 'totalSteps'],
  ['TotalSteps', 'totalSteps'],
  ['label', 'labels'],
  ['peakLeaningRate', 'peakLearningRate']
])('takes %s for %s', (misspelt, expected) => {
  expect(closestName(misspelt, known)).toBe(expected)
})

it.each(['lr', 'epochs', '', 'x'.repeat(10_000), '💥'])('guesses nothing for %.20s', (name) => {
  expect(closestName(name, known)).toBeUndefined()
})
