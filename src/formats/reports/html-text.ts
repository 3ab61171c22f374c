import { svgText } from '../charts/svg-text.ts'

/**
 * Escapes a text for HTML, as content and within quotes. Characters that XML cannot hold are replaced, and those that turn the direction of
 * what stands beside them are left out.
 */
export const htmlText = (text: string): string =>
  svgText(text.replace(/[\u061c\u200e\u200f]/g, ''))
    .replace(/\r/g, '')
    .replace(/'/g, '&#39;')

/** A text from outside, whose direction of writing stays its own. */
export const isolated = (text: string): string => `<bdi>${htmlText(text)}</bdi>`

/** A sentence of ours, whose parts between backticks are code. */
export const prose = (text: string): string => htmlText(text).replace(/`([^`]*)`/g, '<code>$1</code>')

/** A table; a cell is HTML. Numbers are set to the right. */
export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Headings above those of single columns: each with how many columns it spans. */
  readonly groups?: readonly (readonly [string, number])[]
}

/** A number or a range of them, perhaps with a remark below. */
const isNumber = (cell: string): boolean => /^[−-]?\d[\d.e+–\s-]*(<br|$)/.test(cell)

export function tableHtml({ caption, head, rows, groups = [] }: Table): string {
  const grouped = groups.map(([text, span]) => `<th colspan="${span}" scope="colgroup">${text}</th>`).join('')
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td${isNumber(cell) ? ' class="number"' : ''}>${cell}</td>`).join('')}</tr>`
  )
  return (
    `<div class="scrolls" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead>` +
    (groups.length === 0 ? '' : `<tr>${grouped}</tr>`) +
    `<tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  )
}

/** A number in four digits. */
export const shortNumber = (value: number): string => String(Number(value.toPrecision(4)))
