import { createHash } from 'node:crypto'
import { styleOf } from '../charts/theme.ts'

const light = '--paper:#fff;--ink:#1f2328;--muted:#59636e;--rule:#d0d7de;--shade:#f6f8fa;--accent:#0a5fc2;--warn:#8a4b00'
const dark = '--paper:#0d1117;--ink:#e6edf3;--muted:#9198a1;--rule:#30363d;--shade:#161b22;--accent:#62adff;--warn:#f0b06a'

/** The style of a report and of the pictures in it: follows the reader's scheme on a screen, and is light on paper. */
export const reportStyle =
  `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}` +
  'body{margin:0 auto;max-width:54rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}' +
  'h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2.2rem 0 .6rem}p{margin:.5rem 0}' +
  '.small{color:var(--muted);font-size:.9rem}.verdict{border-left:4px solid var(--accent);background:var(--shade);padding:.7rem 1rem;margin:1rem 0}' +
  '.warning{border-left:4px solid var(--warn);padding:.2rem 1rem;margin:.7rem 0}.warning b{color:var(--warn)}' +
  'code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}code{overflow-wrap:anywhere}' +
  'pre{background:var(--shade);border:1px solid var(--rule);padding:.7rem;overflow:auto;max-height:28rem;user-select:all}' +
  'figure{margin:1rem 0}figcaption{color:var(--muted);font-size:.9rem}.scrolls{overflow-x:auto}.scrolls svg{display:block;width:100%;min-width:37rem;height:auto}' +
  'table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}caption{text-align:left;color:var(--muted);padding:.3rem 0}' +
  'th,td{border-bottom:1px solid var(--rule);padding:.3rem .7rem;text-align:left;vertical-align:top}td.number{text-align:right;white-space:nowrap}tbody th{font-weight:400;min-width:6rem;overflow-wrap:break-word}' +
  'summary{cursor:pointer;padding:.25rem 0}a{color:var(--accent)}nav{margin:.8rem 0}nav a{margin-right:1rem}' +
  'ul{padding-left:1.2rem}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}' +
  '@media print{body{max-width:none;padding:0;font-size:11pt}nav{display:none}pre{max-height:none;white-space:pre-wrap}figure,tr,.verdict,.warning{break-inside:avoid}h2{break-after:avoid}details::details-content{content-visibility:visible;display:block}}' +
  styleOf('auto')

/** A report runs nothing, loads nothing and sends nothing: its one style is named by its hash. */
export const reportPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'; base-uri 'none'; form-action 'none'`
