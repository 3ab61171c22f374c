import { meaningOf } from '../names/meaning.ts'
import type { ConsoleDialect } from './consoles.ts'

/** A name and the text of its number, as a line has them. */
export interface ConsoleField {
  readonly name: string
  readonly value: string
}

const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[nN][aA][nN]|(?:inf|Inf|INF)(?:inity)?)`
const absent = 'None|null|N/A'
/**
 * `name: value` and `name=value`; a name may hold blanks, its value quotes or brackets around. Words have an end, and a value is taken as a
 * whole (by `\k`) or not at all: so that no line takes longer than its length, whatever is in it.
 */
const pair = new RegExp(
  String.raw`(?<![\w.])['"]?(?<name>(?:[A-Za-z_]|\|\|)[\w/.@()^*+|-]{0,127}(?: (?:[A-Za-z_(@][\w/.@()^*+-]{0,62}|\d{1,9}\))){0,5}?)['"]?\s{0,32}[:=]\s{0,32}['"[(]{0,8}(?=(?<value>${number}|${absent}))\k<value>(?![\w.]*:)(?<of>/\d+(?=['"]))?`,
  'g'
)
const blankPair = new RegExp(String.raw`(?<name>[A-Za-z_][\w/.]{0,127}(?: [A-Za-z_]\w{0,63})?)[ \t]{1,16}(?<value>${number})`, 'g')

/** A number that a program shows with its type: `np.float64(1.5)`, `tensor(1.5, device='cuda:0')`, `Array(1.5, dtype=float32)`. */
const typed = new RegExp(String.raw`([:=]\s{0,4})(?:[A-Za-z_][\w.]{0,31})\(\s{0,4}(${number})\s{0,4}(?:,[^()]{0,200})?\)`, 'g')
/** Fields within a field: `grad_norm={'0_default': 1.5, '1_fp32': 0.0}`. */
const nested = /(?:'([\w/.]{1,128})'\s{0,4}:\s{0,4}|(?<![\w/.])([\w/.]{1,128})=)\{([^{}]{1,2000})\}/g
const innerName = /'([^'{}:]{1,128})'(?=\s{0,4}:)/g

/** A line with its numbers bare and its fields side by side. */
export function plainFields(line: string): string {
  let text = line
  if (text.includes('(')) text = text.replace(typed, '$1$2')
  if (text.includes('{')) {
    text = text.replace(nested, (_, quoted: string | undefined, bare: string | undefined, inner: string) =>
      inner.replace(innerName, `'${quoted ?? bare}/$1'`)
    )
  }
  return text
}

/** The fields of a record, in their order. */
export function fieldsOf(text: string, { blankPairs, names = {} }: Pick<ConsoleDialect, 'blankPairs' | 'names'>): ConsoleField[] {
  const fields: ConsoleField[] = []
  const add = ({ name = '', value = '', of = '' }: Record<string, string | undefined>) => {
    const own = name.trim()
    fields.push({ name: names[own] ?? own, value: (/^[+-]?\d{1,3}(?:,\d{3})+/.test(value) ? value.replaceAll(',', '') : value) + of })
  }
  if (blankPairs === 'all') {
    for (const { groups = {} } of text.matchAll(blankPair)) add(groups)
    return fields
  }
  const rest = text.replace(pair, (...parts) => {
    add(parts.at(-1))
    return ' , '
  })
  if (blankPairs === 'series') {
    for (const { groups = {} } of rest.matchAll(blankPair)) if (isSeries(groups.name ?? '')) add(groups)
  }
  return fields
}

const seriesKinds = new Set(['norm', 'loss', 'eval-loss', 'learning-rate', 'weight-norm', 'update-norm', 'distance'])

/** Whether a name says what its number is. */
export const isSeries = (name: string): boolean => seriesKinds.has(meaningOf(name).kind)
