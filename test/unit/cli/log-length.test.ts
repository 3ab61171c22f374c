import { expect, test } from 'vitest'
import { commandLine } from '../../support/command-line.ts'

const { taper, file, read } = commandLine()

const rows = Array.from({ length: 60 }, (_, i) => ({ step: 5 * (i + 1), grad_norm: 7 / (i + 1), loss: 2 - i / 100, learning_rate: 1e-5 }))
const logs = {
  'trainer_state.json': JSON.stringify({ max_steps: 700, log_history: rows }),
  'trainer_log.jsonl': rows.map(({ step, ...row }) => JSON.stringify({ current_steps: step, total_steps: 700, ...row })).join('\n'),
  'megatron.log': rows
    .map(({ step, grad_norm: norm }) => ` iteration ${step}/ 700 | lm loss: 2.0E+00 | grad norm: ${norm} | number of nan iterations: 0 |`)
    .join('\n')
}

test.each(Object.entries(logs))(
  'refine, plot and compare take the length of the run from %s, unless --steps says another',
  async (name, text) => {
    const log = file(name, text)
    const lengthOf = async (...more: string[]) => {
      const { out } = await taper(['refine', log, '--format', 'csv', ...more])
      return out.trim().split('\n').length - 1
    }
    expect(await lengthOf()).toBe(700)
    expect(await lengthOf('--steps', '90')).toBe(90)
    // Its last multiplier is 0, which is no step of the bound.
    const { out } = await taper(['compare', log, '--format', 'csv', '--candidates', 'cosine'])
    expect(out.trim().split('\n')[1]).toMatch(/^cosine,699,/)
    expect((await taper(['plot', log])).out).toContain('700 steps')
  }
)

test('a picture says which column its norms are from', async () => {
  const log = file(
    'losses.csv',
    `step,loss,grad_norm\n${rows.map(({ step, loss, grad_norm: norm }) => `${step},${loss},${norm}`).join('\n')}`
  )
  const picture = file('picture.svg', '')
  expect((await taper(['plot', log, '--out', picture])).code).toBe(0)
  expect(String(read(picture))).toContain('Gradient norms of losses.csv: grad_norm')
})
