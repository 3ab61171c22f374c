import { expect, test } from 'vitest'
import { Problem } from '../../../../src/domain/problems.ts'
import { readNorms } from '../../../../src/formats/logs/read-log.ts'

const length = 200_000

/** What a pattern could begin to read at each of many places; a reader that went on from each to the end would not come back. */
test.each([
  ['digits', '', '0'],
  ['a word', "{'loss': 1.0, ", 'a'],
  ['words and slashes', "{'loss': 1.0, ", 'a/'],
  ['numbers with exponents', "{'loss': 1.0, ", '1e'],
  ['blanks', 'step 1', ' '],
  ['records of steps', '', 'step 1 '],
  ['records of Megatron-LM', '', 'iteration 1/2 | '],
  ['records with colons', '', 'step:1 '],
  ['progress bars', '', '10%|#| 1/2 ['],
  ['braces', '', '{'],
  ['brackets', '', '['],
  ['quotes', '', '"']
])('a line that is all %s is read or refused in the time of its length', async (_, before, piece) => {
  const bytes = Buffer.from(`step 1 loss: 2\nstep 2 loss: 1\n${before}${piece.repeat(length / piece.length)}`)
  const source = {
    name: 'console.log',
    async *bytes() {
      yield bytes
    }
  }
  const outcome = await readNorms([source], {}).catch((error) => error)
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem)
  else expect(outcome.points.values.length).toBeLessThan(length)
})
