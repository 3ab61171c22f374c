import type { Gate } from '../report/gates.ts'
import { table } from '../report/tables.ts'
import { mean } from '../tuning/statistics.ts'
import { type FitMeasure, type ForecastResults, laws, type OwnEnd, seenParts } from './measure.ts'

const nats = (value: number): string => value.toFixed(4)
const percent = (values: readonly boolean[]): string => `${((100 * values.filter(Boolean).length) / values.length).toFixed(0)} %`
const size = (values: readonly number[]): number => mean(values.map(Math.abs))

interface Summary {
  rmse: number
  endError: number
  pairs: { right: number; all: number }
  covered: boolean[]
  regret: number
  worstRegret: number
}

function summarise(measures: readonly FitMeasure[]): Summary {
  const regrets = measures.map(({ regret }) => regret)
  return {
    rmse: mean(measures.flatMap(({ rmse }) => rmse)),
    endError: size(measures.flatMap(({ endErrors }) => endErrors)),
    pairs: measures.reduce((sum, { pairs }) => ({ right: sum.right + pairs.right, all: sum.all + pairs.all }), { right: 0, all: 0 }),
    covered: measures.flatMap(({ covered }) => covered),
    regret: mean(regrets),
    worstRegret: Math.max(...regrets)
  }
}

const of = ({ fits }: ForecastResults, fit: string, law: string): FitMeasure[] =>
  fits.filter((measure) => measure.fit === fit && measure.law === law)

function fitsTable(results: ForecastResults): string {
  const fits = [...new Set(results.fits.map(({ fit }) => fit))]
  const rows = fits.flatMap((fit) =>
    laws.map((law, k) => {
      const { rmse, endError, pairs, covered, regret, worstRegret } = summarise(of(results, fit, law))
      const cells = [nats(rmse), nats(endError), `${pairs.right} of ${pairs.all}`, nats(regret), nats(worstRegret), percent(covered)]
      return [k === 0 ? fit : '', `\`${law}\``, ...cells]
    })
  )
  return table([['fitted on', 'law', 'RMSE', 'error of the end', 'pairs in order', 'regret', 'worst', 'in the interval'], ...rows])
}

function ownEndsTable({ ownEnds }: ForecastResults): string {
  const kinds = ['cosine', 'linear', 'wsd']
  const rows = kinds.flatMap((kind) => {
    const some = (law: string, seen: number): OwnEnd[] =>
      ownEnds.filter((one) => one.run.startsWith(kind) && one.law === law && one.seen === seen)
    if (some(laws[0], seenParts[0]!).length === 0) return []
    return seenParts.map((seen) => {
      const cells = laws.map(
        (law) => `${nats(size(some(law, seen).map(({ error }) => error)))}, ${percent(some(law, seen).map(({ covered }) => covered))}`
      )
      return [kind === 'wsd' ? 'WSD' : kind, `${100 * seen} %`, nats(mean(some('auto', seen).map(({ toFall }) => toFall))), ...cells]
    })
  })
  return table([['run', 'seen', 'still to fall', ...laws.map((law) => `\`${law}\``)], ...rows])
}

/** Limits on the curves that were trained here; they are in the repository, so that they are always checked. */
export function judgeForecasts(here: ForecastResults): Gate[] {
  const auto = (fit: string): Summary => summarise(of(here, fit, 'auto'))
  const decays = ['one cosine', 'one WSD']
  const covered = [
    ...here.fits.filter(({ law }) => law === 'auto').flatMap((one) => one.covered),
    ...here.ownEnds.filter(({ law }) => law === 'auto').map((one) => one.covered)
  ]
  const share = covered.filter(Boolean).length / covered.length
  const gate = (name: string, value: number, most: number): Gate => ({
    name,
    met: value <= most,
    measured: nats(value),
    limit: `at most ${most}`
  })
  const atLeast = (name: string, value: number, least: number, measured: string): Gate => ({
    name,
    met: value >= least,
    measured,
    limit: `at least ${100 * least} %`
  })
  return [
    ...decays.flatMap((fit) => {
      const { endError, regret, pairs } = auto(fit)
      return [
        gate(`${fit}: error of the ends of the others, nats`, endError, limits.endError),
        gate(`${fit}: what the schedule chosen ends above the best, nats`, regret, limits.regret),
        atLeast(`${fit}: pairs of schedules in the right order`, pairs.right / pairs.all, limits.pairs, `${pairs.right} of ${pairs.all}`)
      ]
    }),
    gate(
      'cosine, constant and WSD: error of the ends of the others, nats',
      auto('cosine, constant and WSD').endError,
      limits.endErrorOfThree
    ),
    atLeast('intervals of 90 % that hold the end', share, limits.coverage, percent(covered))
  ]
}

const limits = { endError: 0.04, regret: 0.015, pairs: 0.8, endErrorOfThree: 0.02, coverage: 0.85 }

/** The part of the report on forecasts; the published curves where they were given. */
export function forecastsText(here: ForecastResults, published: ForecastResults | null, gates: readonly Gate[]): string {
  const parts = [
    explained,
    `### What is checked\n\n${table([['', 'measured', 'limit', ''], ...gates.map(({ name, measured, limit, met }) => [name, measured, limit, met ? 'met' : '**not met**'])])}`,
    `### Curves trained here\n\n${hereText(here)}\n\n${fitsTable(here)}`,
    `${ownText}\n\n${ownEndsTable(here)}`
  ]
  if (published !== null) {
    parts.push(`### Published curves\n\n${publishedText(published)}\n\n${fitsTable(published)}`, `${ownText}\n\n${ownEndsTable(published)}`)
  }
  return [...parts, `### Where forecasts are weak\n\n${weakText(here)}`].join('\n\n')
}

const explained =
  'A loss law is fitted to some runs of a model, and forecasts runs of the same model under other schedules ([forecasts/README.md](forecasts/README.md)). *RMSE*: of forecast − loss over the runs that were not ' +
  'fitted, after their first tenth, in nats. *Error of the end*: the mean absolute one of their last twentieth. *Pairs in order*: of two of the four schedules of one length whose ends differ by more than noise, ' +
  'how many a law puts in the right order. *Regret*: what the schedule that a law takes for the best ends above the one that is. *In the interval*: how many ends lie in the interval of 90 %. `auto` is what the service takes ' +
  'unless a law is asked for.'

const hereText = ({ families }: ForecastResults): string =>
  `${families.length} models with their peak, five schedules each; losses are means of 200 steps. The end of a run has a standard deviation of about 0.008 from its batches alone, so that no law can be nearer ` +
  'than about 0.006 in the mean. Two schedules within 0.015 count as equal. Which one is best differs: at a quarter of the best peak WSD is, and at the best peak linear or cosine.'

const publishedText = ({ families }: ForecastResults): string =>
  `${families.join(' and ')}: decoder-only transformers with AdamW under nine schedules, of Luo et al. 2025, arXiv:2503.12811, given by whoever ran this. Some priors of the laws come from published fits to curves of ` +
  'these models, so that this table flatters them.'

const ownText = 'The end of a run from its beginning: mean absolute error, and how many ends lie in the interval.'

/** What the numbers show, as sentences; those of the curves trained here. */
function weakText(here: ForecastResults): string {
  const ends = (fit: string): Summary => summarise(of(here, fit, 'auto'))
  const [cosine, short, constant] = [ends('one cosine'), ends('a cosine of half the length'), ends('one constant')]
  const early = here.ownEnds.filter(({ law, seen }) => law === 'auto' && seen === seenParts[0])
  const share = size(early.map(({ error }) => error)) / mean(early.map(({ toFall }) => toFall))
  return [
    `From a constant run nothing is known of what a decay does: laws then say what their priors say, which is off by ${nats(constant.endError)} in the mean, and ${percent(constant.covered)} of the ends lie in the interval of 90 %.`,
    `From a run of half the length the ends of longer ones are off by ${nats(short.endError)}, where a run of the length itself gives ${nats(cosine.endError)}; ${percent(short.covered)} lie in the interval.`,
    `From ${100 * seenParts[0]!} % of a run its end is off by ${(100 * share).toFixed(0)} % of what is still to fall.`,
    'Errors go by the peak. At a quarter of the best peak, runs of this length are still where the loss falls fast: forecasts from a cosine are too high for a constant rate and too low for a shorter run. At the best peak a decay gives more ' +
      'than the published fits of language models would have it.',
    'All curves trained here have one seed, 4000 steps and under 10 000 parameters. They say whether a law holds beyond the language models that it comes from, and not how near it is on yours.'
  ]
    .map((line) => `- ${line}`)
    .join('\n')
}
