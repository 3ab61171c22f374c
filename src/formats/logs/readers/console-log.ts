import { invalid } from '../../../domain/problems.ts'
import { headOf } from '../head.ts'
import { eachLine } from '../lines.ts'
import { isEvaluationAfter, isEvaluationBefore } from '../names/evaluation.ts'
import { isStepName, stepRank } from '../names/step-names.ts'
import { putCell } from '../put-fields.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { fieldsOf, isSeries, plainFields } from './console-fields.ts'
import { type ConsoleDialect, consoles } from './consoles.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what begins a colour
const ansi = /\x1b\[[0-9;?]*[A-Za-z]/g
const rank = /^(?:\[(?:default|rank)?\d+\]|(?:default|rank)?\d+):[ \t]?/
/** A line as Docker keeps it: JSON with the line in it. */
const dockerLine = /^\{"log":"/

/** A progress bar tells where a trainer is whose own lines do not. */
const progress = /\d{1,3}%\|[^|]{0,400}\|\s{0,16}(\d+)\/(\d+)\s{0,16}\[/g

/** What a trainer printed on its console, read by the dialect that most of its lines are in. */
export const consoleLog: LogReader = {
  name: 'console',
  title: 'a console log',
  place: 'Line',
  isText: true,
  recognises: ({ text }) => text !== null && dialectOf(text) !== undefined,
  read: async (source, recorder) => {
    const { text } = await headOf(source)
    const dialect = dialectOf(text ?? '')
    if (dialect === undefined) {
      throw invalid(
        '',
        `No line is printed as a trainer prints its steps.`,
        `Known are ${[...new Set(consoles.map(({ title }) => title))].join(', ')}.`
      )
    }
    recorder.note(`It is read as the console of ${dialect.title}.`)
    const records = new Records(dialect, recorder)
    await eachLine(source.bytes(), (line, place) => records.take(plainLine(line), place))
    records.finish()
  }
}

const plainLine = (line: string): string =>
  plainFields((dockerLine.test(line) ? withinJson(line) : line).replace(ansi, '').replace(rank, ''))

function withinJson(line: string): string {
  try {
    return String((JSON.parse(line) as { log?: unknown }).log)
  } catch {
    return line
  }
}

/** The dialect that most lines of the text are in, the more particular one of two. */
function dialectOf(text: string): ConsoleDialect | undefined {
  const lines = text.split(/\r\n|\n|\r/).map(plainLine)
  const all = lines.join('\n')
  let best: { dialect: ConsoleDialect; count: number } | undefined
  for (const dialect of consoles) {
    // Most logs are of no dialect: told so, once for all lines.
    if (all.search(new RegExp(dialect.record, 'im')) === -1) continue
    const count = lines.filter((line) => isRecord(line, dialect)).length
    if (count > 0 && (best === undefined || count > 2 * best.count)) best = { dialect, count }
  }
  return best?.dialect
}

/** Whether a line has a step of this dialect, and fields to it. */
function isRecord(line: string, dialect: ConsoleDialect): boolean {
  const matches = [...line.matchAll(dialect.record)]
  if (matches.length === 0) return false
  if (dialect.continues !== undefined || dialect.ends !== undefined) return true
  if (dialect.hasFieldsBefore && fieldsOf(line.slice(0, matches[0]?.index), dialect).some(({ name }) => isSeries(name))) return true
  return matches.some(({ 0: found, index }, i) => fieldsOf(line.slice(index + found.length, matches[i + 1]?.index), dialect).length > 0)
}

/** A record of a collector of logs is broken into so many lines at most. */
const brokenLinesMax = 40

class Records {
  readonly #dialect: ConsoleDialect
  readonly #recorder: Recorder
  #isOpen = false
  #place = 0
  #bar: string | undefined
  /** A line that is not at its end, and how many lines it has taken. */
  #broken: { text: string; place: number; lines: number } | undefined

  constructor(dialect: ConsoleDialect, recorder: Recorder) {
    this.#dialect = dialect
    this.#recorder = recorder
  }

  take(line: string, place: number): void {
    const { ends } = this.#dialect
    if (ends === undefined) {
      this.#takeWhole(line, place)
      return
    }
    if (this.#broken !== undefined && line.trim() === '') return
    const isRecord = line.search(this.#dialect.record) !== -1
    if (this.#broken !== undefined && !isRecord && isRest(line, ends)) {
      this.#broken.text += line
      if (++this.#broken.lines < brokenLinesMax) return
    }
    this.#takeBroken()
    if (isRecord) this.#broken = { text: line, place, lines: 1 }
    else this.#takeWhole(line, place)
  }

  finish(): void {
    this.#takeBroken()
    this.#end()
  }

  #takeBroken(): void {
    const broken = this.#broken
    this.#broken = undefined
    if (broken !== undefined) this.#takeWhole(broken.text, broken.place)
  }

  #takeWhole(line: string, place: number): void {
    const { record, continues, hasFieldsBefore } = this.#dialect
    const matches = this.#oneAPlace([...line.matchAll(record)], line)
    const [first] = matches
    if (first === undefined) {
      this.#watchBar(line)
      if (this.#isOpen && continues?.test(line)) this.#put(line.replace(continues, ''), '')
      return
    }
    for (const [index, match] of matches.entries()) {
      this.#end()
      const before = line.slice(matches[index - 1]?.index ?? 0, match.index)
      const rest = line.slice(match.index + match[0].length, matches[index + 1]?.index ?? line.length)
      this.#watchBar(before)
      this.#begin(match.groups ?? {}, place)
      const of = isEvaluationBefore(before) || isEvaluationAfter(rest) ? 'validation/' : ''
      if (hasFieldsBefore && matches.length === 1) this.#put(before, of, isSeries)
      this.#put(rest, of)
      if (continues === undefined) this.#end()
    }
  }

  /** Of steps that stand side by side, as `iter 40 step 10`, the one that counts optimizer steps. */
  #oneAPlace(matches: readonly RegExpExecArray[], line: string): RegExpExecArray[] {
    const kept: RegExpExecArray[] = []
    for (const [i, match] of matches.entries()) {
      const before = matches[i - 1]
      const by = match.groups?.by
      const isBeside =
        by !== undefined &&
        before?.groups?.by !== undefined &&
        before.groups.by !== by &&
        fieldsOf(line.slice(before.index + before[0].length, match.index), this.#dialect).length === 0
      if (!isBeside) kept.push(match)
      else if (stepRank(by) < stepRank(kept.at(-1)?.groups?.by ?? '')) kept[kept.length - 1] = match
    }
    return kept
  }

  #end(): void {
    if (this.#isOpen) this.#recorder.end(this.#place)
    this.#isOpen = false
  }

  #begin({ step, total, epoch, iter, perEpoch }: Record<string, string | undefined>, place: number): void {
    this.#isOpen = true
    this.#place = place
    const cell = (name: string, text: string | undefined) => {
      if (text !== undefined) this.#recorder.put(this.#recorder.column(name), text.replaceAll(',', ''))
    }
    const { firstEpoch } = this.#dialect
    cell('step', step ?? (iter === undefined ? this.#bar : undefined))
    if (firstEpoch !== undefined && iter !== undefined && Number(epoch) >= firstEpoch) {
      // Each epoch has as many steps, whichever of them are printed.
      cell('iter', String((Number(epoch) - firstEpoch) * Number(perEpoch) + Number(iter)))
    } else cell('iter', iter)
    cell('epoch', epoch)
    if (total !== undefined && Number(total.replaceAll(',', '')) > 0) this.#recorder.fact('totalSteps', Number(total.replaceAll(',', '')))
  }

  #put(text: string, of: string, isWanted: (name: string) => boolean = () => true): void {
    for (const { name, value } of fieldsOf(text, this.#dialect)) {
      if (isWanted(name)) putCell(this.#recorder, isStepName(name) ? name : of + name, value)
    }
  }

  /** A bar that never moves on says how long the training is, and not where it is. */
  #watchBar(text: string): void {
    for (const [, at = '', total = ''] of text.matchAll(progress)) {
      if (Number(at) > 0) this.#bar = at
      if (Number(total) > 0) this.#recorder.fact('totalSteps', Number(total))
    }
  }
}

/** Whether a line may be the rest of a record that was broken: it has what ends fields, or is what stands between two of them. */
const isRest = (line: string, end: string): boolean =>
  !/^[-=_\s]*$/.test(line) &&
  !/validation loss|^\s*\(min, max\)|^\s*saving|^\s*\[/.test(line) &&
  (line.includes(end) || /^[\w\s.:()+-]{1,80}$/.test(line))
