import { useMemo, useState } from 'preact/hooks'
import { call, pathOf } from '../api/client.ts'
import type { Run, Schedule, ScheduleRule } from '../api/types.ts'
import { askBounds, askLosses } from '../compare/ask.ts'
import { choicesOf, textOf, usualTexts } from '../compare/choices.ts'
import { corners, curveOf, type Own, ownIn, queryOf, requestOf } from '../compare/own-schedule.ts'
import { isSameShape } from '../compare/same-shape.ts'
import { type Request, type Subject, subjectOfLog, subjectOfRun } from '../compare/subject.ts'
import { useOwn } from '../compare/use-own.ts'
import { AddSchedule } from '../components/add-schedule.tsx'
import { Branches } from '../components/branches.tsx'
import { type ComparedRow, CompareTable } from '../components/compare-table.tsx'
import { NameDialog } from '../components/name-dialog.tsx'
import { OwnSettings } from '../components/own-settings.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { RuleSettings } from '../components/rule-settings.tsx'
import { ShapeChart } from '../components/shape-chart.tsx'
import { StoredSchedule } from '../components/stored-schedule.tsx'
import { SubjectChoice } from '../components/subject-choice.tsx'
import { Warnings } from '../components/warnings.tsx'
import { short, whole } from '../format/number.ts'
import { droppedReport } from '../state/dropped.ts'
import { goTo, setQuery, useRoute } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { useAnswer, useWork } from '../state/use-answer.ts'

/** Schedules for the next run: their shapes, what theory says of them, and what loss a law predicts; one of them to be shaped by hand. */
export function Compare() {
  const { query } = useRoute()
  const report = useStore(droppedReport)
  const runId = query.get('run')
  const isLog = runId === null && query.get('log') !== null && report !== null
  const { answer: run, problem, again } = useAnswer<Run>(runId === null ? null : pathOf(['v1', 'runs', runId]))
  const subject = useMemo(
    () => (isLog ? subjectOfLog(report) : run && run.id === runId ? subjectOfRun(run) : null),
    [run, report, isLog, runId]
  )
  return (
    <section class="stack">
      <h1>Compare schedules</h1>
      <SubjectChoice runId={runId} isLog={isLog} hasLog={report !== null} />
      {problem && <ProblemNote problem={problem} again={again} />}
      {isLog && subject === null && (
        <p class="note warn">
          The log has neither gradient norms nor losses with learning rates, so there is nothing to compare schedules on.
        </p>
      )}
      {subject && <Comparing key={subject.runId ?? 'log'} subject={subject} />}
    </section>
  )
}

const colours = [2, 4, 3, 5, 6, 7, 8].map((n) => `--series-${n}`)

function Comparing({ subject }: { subject: Subject }) {
  const { query } = useRoute()
  const peak = Number(query.get('peak')) || subject.peak
  const texts = query.has('with') ? query.getAll('with').filter((text) => text !== '-') : usualTexts
  const setTexts = (next: readonly string[]) => setQuery({ with: next.length === 0 ? ['-'] : next })
  const rules = useAnswer<{ items: ScheduleRule[] }>('v1/schedule-rules').answer?.items ?? []
  const kept = useAnswer<{ items: Schedule[] }>(pathOf(['v1', 'schedules'], { limit: 50, runId: subject.runId }))
  const titles = Object.fromEntries(
    (kept.answer?.items ?? []).map(({ id, name, rule }) => [`@${id}`, name ?? `stored ${rule} ${id.slice(0, 8)}`])
  )
  const own = ownIn(query)
  const [stored, keep] = useState<Schedule | null>(null)

  const choices = choicesOf(subject, texts, titles)
  const wanted = JSON.stringify(choices.map(({ request }) => request))
  const bounds = useWork((signal) => askBounds(subject, choices, signal), [subject, wanted])
  const losses = useWork(
    subject.curve === null || bounds.answer === null ? null : (signal) => askLosses(subject, choices, bounds.answer ?? {}, peak, signal),
    [subject, wanted, bounds.answer, peak]
  )
  const mine = useOwn(subject, own, peak, losses.answer !== null)
  const change = (next: Partial<Own>) => setQuery(queryOf({ ...own, ...next }))

  const [asked, name] = useState<{ request: Request; title: string } | null>(null)
  const store = async (request: Request, title: string) => {
    const { rule, parameters = {} } = request
    const { runId, steps } = subject
    const isRefined = rule === 'refined' && runId !== null
    const answer = await call(pathOf(isRefined ? ['v1', 'runs', runId, 'schedules'] : ['v1', 'schedules']), {
      method: 'POST',
      body: isRefined
        ? { ...parameters, name: title }
        : { rule, parameters, steps, name: title, peakLearningRate: peak, ...(runId !== null && { runId }) },
      headers: { prefer: 'wait=60' }
    })
    const made = (await answer.json()) as Schedule
    // What takes longer is an operation by now.
    if (answer.status === 202) return goTo(['operations', made.id])
    keep(made)
    name(null)
    kept.again()
  }
  const isSame = (key: string, other: string) => {
    const [one, before] = [bounds.answer?.[key], bounds.answer?.[other]]
    return one !== undefined && before !== undefined && isSameShape(one, before)
  }
  const rowOf = (choice: (typeof choices)[number], i: number): ComparedRow => {
    const { key, title, text, request } = choice
    const rule = rules.find(({ name, madeFrom }) => name === request.rule && madeFrom === 'formula')
    const replace = (next: string | null) => setTexts(texts.flatMap((one) => (one === text ? (next === null ? [] : [next]) : [one])))
    return {
      key,
      title,
      colour: colours[i % colours.length] as string,
      bound: bounds.answer?.[key] ?? null,
      predicted: losses.answer?.of[key] ?? null,
      sameAs: choices.slice(0, i).find((before) => isSame(key, before.key))?.title ?? null,
      settings: text !== null && rule && request.rule !== 'piecewise' && (
        <RuleSettings
          rule={rule}
          parameters={request.parameters ?? {}}
          change={(parameters) => replace(textOf({ rule: rule.name, parameters }))}
        />
      ),
      actions: (
        <>
          {request.scheduleId === undefined ? (
            <button type="button" onClick={() => name({ request, title })}>
              Store<span class="unseen"> {title}</span>
            </button>
          ) : (
            <button
              type="button"
              onClick={() => kept.answer && keep(kept.answer.items.find(({ id }) => id === request.scheduleId) ?? null)}
            >
              Export<span class="unseen"> {title}</span>
            </button>
          )}
          {text !== null && (
            <button type="button" class="plain" onClick={() => replace(null)}>
              Remove<span class="unseen"> {title}</span>
            </button>
          )}
        </>
      )
    }
  }
  const rows: ComparedRow[] = [
    {
      key: 'yours',
      title: 'yours, to shape',
      colour: '--series-1',
      bound: mine.bound,
      predicted: mine.predicted,
      near: mine.near,
      boundNear: mine.boundNear,
      settings: <OwnSettings own={own} change={change} />,
      actions: (
        <button type="button" class="primary" onClick={() => name({ request: requestOf(own, subject.steps), title: 'yours' })}>
          Store<span class="unseen"> yours</span>
        </button>
      )
    },
    ...choices.map(rowOf)
  ]
  const { rise, fall } = corners(own, subject.steps)
  const lines = [
    ...choices.flatMap(({ key, title }, i) => {
      const shape = bounds.answer?.[key]
      return shape
        ? [{ label: title, colour: colours[i % colours.length] as string, steps: shape.steps, multipliers: shape.multipliers }]
        : []
    }),
    { label: 'yours', colour: '--series-1', ...curveOf(own, subject.steps), strong: true }
  ]
  return (
    <>
      <div class="card stack">
        <div class="row between">
          <h2>Shapes over {whole(subject.steps)} steps</h2>
          <span class="hint" role="status" aria-live={mine.near && subject.curve !== null ? 'off' : 'polite'}>
            Yours: warm-up to step {whole(rise)}, cooldown from step {whole(fall)}; bound {mine.bound && mine.boundNear ? '≈ ' : ''}
            {short(mine.bound?.bound)}, predicted loss {mine.predicted ? `${mine.near ? '≈ ' : ''}${short(mine.predicted.loss)}` : '–'}.
          </span>
        </div>
        <ShapeChart
          lines={lines}
          steps={subject.steps}
          handles={[
            { label: 'End of the warm-up', value: own.warmup, low: 0, high: own.cooldown, move: (warmup) => change({ warmup }) },
            { label: 'Start of the cooldown', value: own.cooldown, low: own.warmup, high: 0.999, move: (cooldown) => change({ cooldown }) }
          ]}
        />
      </div>
      {bounds.problem && <ProblemNote problem={bounds.problem} again={bounds.again} />}
      <div class="card stack">
        <CompareTable
          rows={rows}
          peak={losses.answer?.peak ?? null}
          rmse={losses.answer?.rmse ?? 0}
          noForecast={subject.curve === null ? subject.noForecast : null}
          hasNorms={subject.hasNorms}
        />
        <p class="hint">
          {subject.hasNorms
            ? 'The bound is theory on these norms: it ranks shapes, each at its own best peak, and is no loss.'
            : 'No gradient norms are logged, so no schedule can be refined, and the bound is that of norms that never change: it ranks shapes, each at its own best peak, and is no loss.'}{' '}
          The predicted loss is that of a law fitted to the logged losses, for one peak for all. Equal means: not told apart by that number.
          {losses.answer && ` Law: ${losses.answer.law}; losses within ${short(losses.answer.rmse)} are equal.`}
          {losses.answer && !losses.answer.identified && ' No decay was seen in the log, so the intervals are wide.'}
          {subject.curve === null && ` No forecast: ${subject.noForecast}`}
        </p>
        {losses.problem && <ProblemNote problem={losses.problem} again={losses.again} />}
        <Warnings of={losses.answer?.warnings ?? []} />
        <div class="row end no-print">
          <AddSchedule rules={rules} titles={titles} add={(text) => !texts.includes(text) && setTexts([...texts, text])} />
          {subject.curve !== null && (
            <label>
              Peak of the forecasts
              <input
                type="number"
                min="0"
                step="any"
                value={query.get('peak') ?? ''}
                placeholder={losses.answer ? short(losses.answer.peak) : ''}
                onChange={({ currentTarget }) => setQuery({ peak: currentTarget.value })}
              />
            </label>
          )}
        </div>
      </div>
      {asked && (
        <NameDialog
          title={`Store ${asked.title}`}
          name={asked.title}
          store={(title) => store(asked.request, title)}
          close={() => name(null)}
        />
      )}
      {stored && <StoredSchedule key={stored.id} schedule={stored} made={kept.again} />}
      {subject.curve !== null && <Branches subject={subject} />}
    </>
  )
}
