import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { chartSizes } from '../formats/charts/chart.ts'
import { type Theme, themes } from '../formats/charts/theme.ts'
import { drawLog } from '../services/charts/draw-log.ts'
import { refineLog } from '../services/refinement/refine-log.ts'
import { explainFailure, UsageError } from './failures.ts'
import { readFileNorms } from './logged-norms.ts'
import { wholeNumber } from './number-flags.ts'
import { pngOf } from './png.ts'
import { columnOption, columnsOption, inputOption, type LogFlags, logRunOption, lossColumnOption, stepOption } from './read-log-file.ts'
import { refinementChoices } from './refinement-choices.ts'
import { outputs } from './refinement-output.ts'
import { runLog } from './run-log.ts'
import { namesRun, part, serviceAt, urlOption } from './service.ts'
import { writeText } from './write-text.ts'

interface Flags extends LogFlags {
  url: string
  norm?: 'l1' | 'l2'
  steps?: number
  out?: string
  width?: number
  height?: number
  theme?: Theme
}

/** `taper plot`: norms and their refinement as a picture, on the terminal or in a file. */
export const plotCommand = (): Command =>
  new Command('plot')
    .argument('<log>', 'file of gradient norms (- for standard input), drawn here; or id of a run, drawn by the service')
    .addOption(
      new Option('--norm <norm>', 'norm in the log or of the run (default: l2 for a log; for a run, as in a refinement)').choices(
        refinementChoices('norm')
      )
    )
    .option('--steps <n>', 'length of the schedule in steps (default: extent of the log); only for files', wholeNumber(1))
    .option('--out <path>', 'write a picture to this file, .svg or .png, instead of drawing on the terminal')
    .option('--width <pixels>', 'width of the picture (default: 720); a PNG has twice as many', size(chartSizes.width))
    .option('--height <pixels>', 'height of the picture (default: 560)', size(chartSizes.height))
    .addOption(
      new Option('--theme <theme>', 'colours (default: auto, which follows the viewer in SVG and is light in PNG)').choices(themes)
    )
    .addOption(lossColumnOption())
    .addOption(columnOption())
    .addOption(columnsOption())
    .addOption(stepOption())
    .addOption(logRunOption())
    .addOption(inputOption())
    .addOption(urlOption())
    .addHelpText(
      'after',
      `
Examples:
  taper plot gradient-norms.csv
  taper plot metrics.csv --column grad_norm --steps 20000 --out chart.svg
  taper plot resnet-50 --url http://taper.local:8080 --out chart.png --theme dark`
    )
    .action(runPlot)

async function runPlot(log: string, flags: Flags): Promise<void> {
  const kind = flags.out === undefined ? null : extname(flags.out).toLowerCase()
  if (kind !== null && kind !== '.svg' && kind !== '.png') throw new UsageError('--out must end in .svg or .png.')
  const isThere = namesRun(log)
  try {
    if (flags.out === undefined) return await showOnTerminal(log, flags, isThere)
    const svg = await (isThere ? drawThere : drawHere)(log, flags, kind === '.png' && flags.theme !== 'dark' ? 'light' : flags.theme)
    if (kind === '.svg') return await writeText([svg], flags.out)
    const { bytes, hasText } = await pngOf(svg)
    await writeFile(flags.out, bytes).catch((error: Error) => {
      throw new UsageError(`cannot write ${flags.out}: ${error.message}`)
    })
    if (!hasText)
      process.stderr.write(
        'warning: the picture has no text, because this system has no font. Install one (DejaVu Sans), or write an SVG.\n'
      )
  } catch (error) {
    if (isThere) throw error
    const { message, exitCode } = explainFailure(error, log === '-' ? 'standard input' : log)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

const size =
  ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  (text: string): number => {
    const pixels = wholeNumber(minimum)(text)
    if (pixels > maximum) throw new InvalidArgumentError(`It must be at most ${maximum}.`)
    return pixels
  }

async function drawHere(file: string, flags: Flags, theme: Theme = 'auto'): Promise<string> {
  const { width, height } = flags
  const { norm, points, run, columns } = await readFileNorms(file, flags)
  const steps = flags.steps ?? run.totalSteps ?? undefined
  const title = `Gradient norms of ${file === '-' ? 'standard input' : basename(file)}${columns == null ? '' : `: ${columns.value}`}`
  const size = { width: width ?? chartSizes.width.default, height: height ?? chartSizes.height.two }
  return drawLog(points, { title, norm, ...(steps === undefined ? {} : { steps }) }, { ...size, theme })
}

async function drawThere(run: string, { url, norm, steps, width, height }: Flags, theme?: Theme): Promise<string> {
  if (steps !== undefined) throw new UsageError('--steps is only for files: the service draws the schedule over the length of the run.')
  return await serviceAt(url).text(`/v1/runs/${part(run)}/chart.svg`, 'image/svg+xml', { norm, width, height, theme })
}

async function showOnTerminal(log: string, flags: Flags, isThere: boolean): Promise<void> {
  const read = isThere ? await runLog(serviceAt(flags.url), log, flags.norm) : await readFileNorms(log, flags)
  const { norm, points, run } = read
  const columns = 'columns' in read ? read.columns : undefined
  const refinement = refineLog(points, { norm, ...(flags.steps === undefined ? {} : { steps: flags.steps }) }, run)
  await writeText(outputs.chart(refinement, { points, norm, columns, toTerminal: true }), undefined)
}
