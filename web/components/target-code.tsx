import { useState } from 'preact/hooks'
import type { LogReport } from '../api/types.ts'
import { Code, Prose } from './code.tsx'

type Exports = Extract<LogReport['exports'], { targets: unknown }>

/** The schedule of a log as code for the trainer that a person has. */
export function TargetCode({ exports: { targets, tolerance } }: { exports: Exports }) {
  const [name, choose] = useState('pytorch')
  const target = targets.find((one) => one.name === name) ?? targets[0]
  if (target === undefined) return null
  return (
    <div class="stack">
      <label>
        Trainer
        <select value={target.name} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {targets.map((one) => (
            <option key={one.name} value={one.name}>
              {one.title.replaceAll('`', '')}
            </option>
          ))}
        </select>
      </label>
      <p>
        <Prose text={target.usage} /> <span class="hint">Straight pieces within {tolerance} of every multiplier.</span>
      </p>
      {'text' in target.text ? <Code text={target.text.text} name={target.fileName} /> : <p class="note">{target.text.missing}</p>}
    </div>
  )
}
