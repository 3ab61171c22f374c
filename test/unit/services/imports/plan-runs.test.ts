import { describe, expect, it } from 'vitest'
import { heldSource } from '../../../../src/formats/logs/held-source.ts'
import { readSeries } from '../../../../src/formats/logs/read-series.ts'
import { planRuns, type ReadLog } from '../../../../src/services/imports/plan-runs.ts'

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

async function read(path: string, header: string): Promise<ReadLog> {
  const columns = header.split(',').length - 1
  const rows = Array.from({ length: 4 }, (_, step) => [step, ...Array.from({ length: columns }, () => 1 + step / 8)].join(','))
  const text = `${header}\n${rows.join('\n')}\n`
  return { reading: await readSeries(await heldSource(inOnePiece(text), path)), path, isFolder: false }
}

async function planned(...files: [path: string, header: string][]): Promise<{ id: string; series: string[] }[]> {
  const runs = planRuns(await Promise.all(files.map(([path, header]) => read(path, header))), undefined, 'log')
  return runs.map(({ id, series }) => ({ id, series: series.map(({ name }) => name) }))
}

describe('the runs of a folder', () => {
  it('are called as the files are', async () => {
    expect(await planned(['runs/a.csv', 'step,loss'], ['runs/b.csv', 'step,loss'])).toMatchObject([{ id: 'a' }, { id: 'b' }])
  })

  it('are told apart by folders where files called alike hold the same series', async () => {
    const files: [string, string][] = ['25M/cosine.csv', '400M/cosine.csv', '400M/linear.csv'].map((path) => [
      `curves/${path}`,
      'step,loss'
    ])
    expect((await planned(...files)).map(({ id }) => id)).toEqual(['25M-cosine', '400M-cosine', 'linear'])
  })

  it('take as many folders as tell them apart', async () => {
    const files: [string, string][] = ['a/x/run.csv', 'b/x/run.csv', 'b/y/run.csv'].map((path) => [path, 'step,loss'])
    expect((await planned(...files)).map(({ id }) => id)).toEqual(['a-x-run', 'b-x-run', 'b-y-run'])
  })

  it('are one run where files called alike hold other series', async () => {
    expect(await planned(['loss/a.csv', 'step,loss'], ['norms/a.csv', 'step,grad_norm'])).toEqual([{ id: 'a', series: ['loss', 'l2'] }])
  })

  it('are refused, with both files named, where one run has a series twice', async () => {
    await expect(planned(['run/metrics.csv', 'step,loss'], ['run/progress.csv', 'step,loss'])).rejects.toThrow(
      '2 logs are of the run run, and two have loss: run/metrics.csv and run/progress.csv.'
    )
  })
})
