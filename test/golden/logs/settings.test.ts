import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLogFile } from '../../../src/cli/read-log-file.ts'
import { heldSource } from '../../../src/formats/logs/held-source.ts'
import { factsOfSettings } from '../../../src/formats/logs/names/settings.ts'
import { readSeries } from '../../../src/formats/logs/read-series.ts'
import { chunked } from '../../support/byte-chunks.ts'

const pathOf = (name: string) => new URL(`files/${name}`, import.meta.url).pathname
const norms = [7, 6.3791, Number.NaN, 5.1649, Number.POSITIVE_INFINITY, 0.1 + 0.2]
const told = { optimizer: 'adamw', peakLearningRate: 3e-4, weightDecay: 0.1 }

test.each([
  ['run-with-config.wandb', { ...told, weightDecay: 0.05, clipNorm: 1 }],
  ['trackio-with-ids.db.gz', { ...told, clipNorm: 1 }],
  ['mlflow-with-params/mlruns/1/abc', told]
])('%s says what its run was told, and the latest word counts', async (name, facts) => {
  const { points, facts: found } = await readLogFile(pathOf(name), {})
  expect([...points.values]).toEqual(norms)
  expect(found).toEqual(facts)
})

test('a setting with several values says nothing, and one that switches off is none', () => {
  const settings = {
    'actor.lr': 1e-4,
    'critic.lr': 1e-3,
    gradient_clip_val: 0,
    'optim.weight_decay': '0.01',
    max_steps: -1,
    optim: 'OptimizerNames.SGD'
  }
  expect(factsOfSettings(Object.entries(settings))).toEqual({ weightDecay: 0.01, optimizer: 'SGD' })
  expect(factsOfSettings(Object.entries({ lr: 'NaN', weight_decay: -1, optimizer: '<torch.optim.SGD object>', max_steps: 1e300 }))).toEqual(
    {}
  )
})

test('d of D-Adaptation and Prodigy is what kohya logs of it over the learning rate', async () => {
  const { runs } = await readSeries(await heldSource(chunked(readFileSync(pathOf('kohya.tfevents')), [997]), 'events'))
  const series = new Map(runs[0]?.series.map((one) => [one.name, one]))
  const steps = [1, 2, 3, 4, 5, 6]
  expect(series.get('distance')?.source).toBe('lr/d*lr/unet ÷ lr/unet')
  expect([...(series.get('distance')?.points.values ?? [])]).toEqual(steps.map((step) => Math.fround(1e-5 * step * 0.5) / 0.5))
  expect([...(series.get('learning-rate')?.points.values ?? [])]).toEqual(steps.map(() => 0.5))
  expect(series.get('loss')?.source).toBe('loss/current')
})
