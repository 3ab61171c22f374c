import type { RefinementReport } from '../../refinement/report.ts'

const short = (value: number): string => String(Number(value.toPrecision(4)))

/** What a person may want to know of a refinement besides its advice: name and value. */
export function factsOfRefinement({
  points,
  filterWidth,
  peak,
  bound,
  explained,
  forgetting,
  engine
}: RefinementReport): [string, string][] {
  const left = [
    [points.nonFinite, 'not finite'],
    [points.zero, 'zero'],
    [points.trimmed, 'trimmed']
  ] as const
  const out = left.filter(([count]) => count > 0).map(([count, why]) => `${count} ${why}`)
  return [
    ['points used', `${points.used} of ${points.received}${out.length === 0 ? '' : ` (${out.join(', ')})`}`],
    ['median filter', filterWidth === 1 ? 'none' : `over ${filterWidth} points`],
    ['peak', `at step ${peak.step}, after ${(100 * peak.fraction).toFixed(1)} % of the schedule`],
    [
      'bound',
      `${short(bound.refined)}, of linear decay ${short(bound.linear)}: ${short(bound.gain)} times. A property of these norms, no forecast.`
    ],
    ...(explained === null
      ? []
      : [
          [
            'norm against loss',
            `slope ${short(explained.slope)} of ln norm on ln loss; norms span a factor of ${short(Math.exp(explained.range))} after the first 5 %`
          ] as [string, string]
        ]),
    ...(forgetting === null ? [] : [['weight decay × sum of rates', short(forgetting)] as [string, string]]),
    ['computed by', `${engine.name}, ${engine.precision}`]
  ]
}
