import { useState } from 'preact/hooks'
import { call, pathOf } from '../api/client.ts'
import type { ExportTarget } from '../api/types.ts'
import { useAnswer, useWork } from '../state/use-answer.ts'
import { Code, Prose } from './code.tsx'
import { ProblemNote } from './problem-note.tsx'

/** A stored schedule as code or settings for each trainer, to copy. */
export function ScheduleExport({ id }: { id: string }) {
  const { answer, problem, again } = useAnswer<{ items: ExportTarget[] }>(pathOf(['v1', 'schedules', id, 'exports']))
  const [name, choose] = useState('pytorch')
  const [asked, ask] = useState<Readonly<Record<string, string>>>({})
  const target = answer?.items.find((one) => one.name === name)
  const needs = (target?.asks ?? []).filter((one) => one !== 'maximumBatchSize')
  const settings = Object.fromEntries((target?.asks ?? []).map((one) => [one, asked[one]]))
  const isReady = target !== undefined && needs.every((one) => asked[one])
  const isText = target !== undefined && target.name !== 'safetensors'
  const path = pathOf(['v1', 'schedules', id, 'exports', name], { ...settings, tolerance: target?.forms.length === 2 ? 0.001 : null })
  const written = useWork(isReady && isText ? async (signal) => (await call(path, { signal, headers: { accept: '*/*' } })).text() : null, [
    path,
    isReady,
    isText
  ])
  if (problem) return <ProblemNote problem={problem} again={again} />
  return (
    <div class="stack">
      <div class="row end">
        <label>
          Trainer
          <select value={name} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {(answer?.items ?? []).map((one) => (
              <option key={one.name} value={one.name}>
                {one.title.replaceAll('`', '')}
              </option>
            ))}
          </select>
        </label>
        {(target?.asks ?? []).map((setting) => (
          <label key={setting}>
            {setting === 'checkpoints'
              ? 'Steps of the checkpoints'
              : setting === 'batchSize'
                ? 'Samples of a step'
                : 'Most samples of a step'}
            <input
              value={asked[setting] ?? ''}
              placeholder={setting === 'checkpoints' ? '16000,18000,20000' : '512'}
              onChange={({ currentTarget }) => ask({ ...asked, [setting]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
      {target && (
        <p>
          <Prose text={target.usage} />
        </p>
      )}
      {target?.name === 'safetensors' && (
        <a class="button" href={target.href.replace(/^\//, '')} download={target.fileName}>
          Save {target.fileName}
        </a>
      )}
      {written.problem && <ProblemNote problem={written.problem} />}
      {isReady && isText && written.answer !== null && target && <Code text={written.answer} name={target.fileName} />}
    </div>
  )
}
