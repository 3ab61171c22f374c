import { invalid } from '../../../domain/problems.ts'
import { headOf } from '../head.ts'
import { eachLine } from '../lines.ts'
import { putCell } from '../put-fields.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { type ConsoleDialect, consoles } from './consoles.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what begins a colour
const ansi = /\x1b\[[0-9;?]*[A-Za-z]/g
const rank = /^(?:\[(?:default|rank)?\d+\]|(?:default|rank)?\d+):[ \t]?/
const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[nN][aA][nN]|(?:inf|Inf|INF)(?:inity)?)`
const absent = 'None|null|N/A'
/**
 * `name: value` and `name=value`; a name may hold blanks, its value quotes or brackets around. Words have an end, and a value is taken as a
 * whole (by `\k`) or not at all: so that no line takes longer than its length, whatever is in it.
 */
const pair = new RegExp(
  String.raw`['"]?(?<name>[A-Za-z_][\w/.@()^*+-]{0,127}(?: [\w/.@()^*+-]{1,63}){0,5}?)['"]?\s{0,32}[:=]\s{0,32}['"[(]{0,8}(?=(?<value>${number}|${absent}))\k<value>(?![\w.]*:)(?<of>/\d+(?=['"]))?`,
  'g'
)
const blankPair = new RegExp(String.raw`(?<name>[A-Za-z_][\w/.]{0,127}(?: [A-Za-z_]\w{0,63})?) (?<value>${number})`, 'g')

/** A progress bar tells where a trainer is whose own lines do not. */
const progress = /\d{1,3}%\|[^|]{0,400}\|\s{0,16}(\d+)\/(\d+)\s{0,16}\[/g

/** What a trainer printed on its console, read by the dialect that most of its lines are in. */
export const consoleLog: LogReader = {
  name: 'console',
  title: 'a console log',
  place: 'Line',
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

const plainLine = (line: string): string => line.replace(ansi, '').replace(rank, '')

/** The dialect that most lines of the text are in, the more particular one of two. */
function dialectOf(text: string): ConsoleDialect | undefined {
  const lines = text.split(/\r\n|\n|\r/).map(plainLine)
  let best: { dialect: ConsoleDialect; count: number } | undefined
  for (const dialect of consoles) {
    let count = 0
    for (const line of lines) {
      const matches = [...line.matchAll(dialect.record)]
      for (const [index, match] of matches.entries()) {
        const fields = line.slice(match.index + match[0].length, matches[index + 1]?.index ?? line.length)
        if (dialect.continues !== undefined || fieldsOf(fields, dialect).length > 0) count++
      }
    }
    if (count > 0 && (best === undefined || count > 2 * best.count)) best = { dialect, count }
  }
  return best?.dialect
}

interface Field {
  readonly name: string
  readonly value: string
}

function fieldsOf(text: string, { hasBlankPairs }: ConsoleDialect): Field[] {
  const fields: Field[] = []
  for (const { groups } of text.matchAll(hasBlankPairs ? blankPair : pair)) {
    const { name, value, of = '' } = groups as { name: string; value: string; of?: string }
    fields.push({ name: name.trim(), value: (/^[+-]?\d{1,3}(?:,\d{3})+/.test(value) ? value.replaceAll(',', '') : value) + of })
  }
  return fields
}

class Records {
  readonly #dialect: ConsoleDialect
  readonly #recorder: Recorder
  #isOpen = false
  #place = 0
  #bar: string | undefined

  constructor(dialect: ConsoleDialect, recorder: Recorder) {
    this.#dialect = dialect
    this.#recorder = recorder
  }

  take(line: string, place: number): void {
    const { record, continues } = this.#dialect
    const matches = [...line.matchAll(record)]
    if (matches.length === 0) {
      this.#watchBar(line)
      if (this.#isOpen && continues?.test(line)) this.#put(line.replace(continues, ''))
      return
    }
    for (const [index, match] of matches.entries()) {
      this.finish()
      this.#watchBar(line.slice(matches[index - 1]?.index ?? 0, match.index))
      this.#begin(match.groups ?? {}, place)
      this.#put(line.slice(match.index + match[0].length, matches[index + 1]?.index ?? line.length))
      if (continues === undefined) this.finish()
    }
  }

  finish(): void {
    if (this.#isOpen) this.#recorder.end(this.#place)
    this.#isOpen = false
  }

  #begin({ step, total, epoch, iter }: Record<string, string | undefined>, place: number): void {
    this.#isOpen = true
    this.#place = place
    const cell = (name: string, text: string | undefined) => {
      if (text !== undefined) this.#recorder.put(this.#recorder.column(name), text.replaceAll(',', ''))
    }
    cell('step', step ?? (iter === undefined ? this.#bar : undefined))
    cell('iter', iter)
    cell('epoch', epoch)
    if (total !== undefined && Number(total.replaceAll(',', '')) > 0) this.#recorder.fact('totalSteps', Number(total.replaceAll(',', '')))
  }

  #put(text: string): void {
    for (const { name, value } of fieldsOf(text, this.#dialect)) {
      putCell(this.#recorder, name, value)
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
