import { htmlText, isolated } from './html-text.ts'
import type { ReportContents } from './report-contents.ts'
import { reportPolicy, reportStyle } from './report-style.ts'
import {
  adviceSection,
  comparisonSection,
  exportsSection,
  forecastSection,
  numbersSection,
  readSection,
  type Section,
  scheduleSection
} from './sections.ts'

/** A report as one HTML file: it needs nothing besides and runs nothing, so it can be kept and sent. The same contents are the same bytes. */
export function reportPage(contents: ReportContents): string {
  const { title, subject, version, dated } = contents
  const sections: Section[] = [
    adviceSection(contents),
    ...scheduleSection(contents),
    readSection(contents),
    ...comparisonSection(contents),
    ...forecastSection(contents),
    ...exportsSection(contents),
    ...numbersSection(contents)
  ]
  const links = sections.map(({ id, heading }) => `<a href="#${id}">${heading}</a>`).join('')
  const made = `${htmlText(subject)}${dated === null ? '' : `, last changed <time datetime="${htmlText(dated)}">${htmlText(dated)}</time>`}. Taper ${htmlText(version)}.`
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${reportPolicy}">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">' +
    `<title>${htmlText(title)} – Taper</title><style>${reportStyle}</style></head><body>\n` +
    `<header><h1>${isolated(title)}</h1><p class="small">${made}</p></header>\n<nav aria-label="Parts of the report">${links}</nav>\n<main>\n` +
    `${sections.map(({ id, heading, html }) => `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${html}</section>`).join('\n')}\n</main></body></html>\n`
  )
}
