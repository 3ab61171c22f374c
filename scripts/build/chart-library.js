// uPlot without what no chart of the page has: axes of time, legends, vertical charts, splines and bars. A third of its code is for them, and
// a minifier cannot know that they are never asked for. So it is told what each chart says in web/components/chart/plot.ts.
import { readFileSync } from 'node:fs'

/** Expressions that have one value in every chart of the page. A name is not replaced where it is declared or assigned. */
const constants = [
  // Lines over one shared axis of steps, which lies below and grows to the right.
  [/\bmode == 1\b/g, 'true'],
  [/\bmode == 2\b/g, 'false'],
  [/\bscaleX\.ori == 0/g, 'true'],
  [/\bscaleX\.ori == 1/g, 'false'],
  [/\bsori == 0/g, 'true'],
  [/\bsori == 1/g, 'false'],
  [/\brotSrc\b(?! =)/g, 'false'],
  [/\b(?:sc|scale|scaleX)\.dir == -1/g, 'false'],
  [/\bscaleX\.dir\b/g, '1'],
  [/\bsx\.ori == 0/g, 'true'],
  [/\bori == 0 \? rectH : rectV/g, 'rectH'],
  [/const dir = .*;/g, 'const dir = 1;'],
  [/!series\.spanGaps\b/g, 'true'],
  [/\bendRad == 0 && baseRad == 0/g, 'true'],
  // Scales are linear or logarithmic (distr 1 and 3), never of time, and none is made from another.
  [/\bFEAT_TIME\b(?! +=)/g, 'false'],
  [/\bisTime\b(?! =)/g, 'false'],
  [/\b(?:\w+\.)?(?:distr|xScaleDistr) == (?:2|4|100)\b/g, 'false'],
  [/\bsc\.log == 10/g, 'true'],
  [/\bsc\.log == 2/g, 'false'],
  [/\bsc\.from == null/g, 'true'],
  [/\bscaleOpts\.from != null/g, 'false'],
  [/\brangeIsArr\b(?! =)/g, 'false'],
  // What they show, and where they are marked, each chart says itself.
  [/sc\.range = fnOrSelf\(rn \|\| \([\s\S]*?\n\t+\)\);/g, 'sc.range = rn;'],
  [/!false && isObj\(rn\)/g, 'false'],
  [/else if \(_min == _max\)/g, 'else if (false)'],
  [/\bsc\.distr == 3 \? logAxisSplits/g, 'false ? null'],
  [/axis\.filter \|\| \(.*\)\);/g, 'axis.filter || retArg1);'],
  [/\) : av \|\| numAxisVals/g, ') : av'],
  [/s\.value = false .*;/g, ''],
  // Axes have a grid and labels of one line.
  [/\b(?:ticks|border)\.show\b/g, 'false'],
  [/let angle = axis\._rotate.*;/g, 'const angle = 0;'],
  [/axis\._rotate = side == 2 .*;/g, 'axis._rotate = 0;'],
  [/let _parts = .*;/g, 'let _parts = [val];'],
  [/\baxis\.alignTo == 2/g, 'false'],
  [/\baxis\.align == [12]/g, 'false'],
  // A line has one colour.
  [/\b(?:strokePath|fillPath) instanceof Map/g, 'false'],
  // The legend is ours, and so are titles.
  [/\bshowLegend\b(?! =)/g, 'false'],
  [/\bmultiValLegend\b(?! =)/g, 'false'],
  [/\blegend\.(?:live|show)\b/g, 'false'],
  [/\baxis\.label != null/g, 'false'],
  [/\baxis\.label\b(?! =)/g, 'null'],
  [/\bopts\.(?:title|id)\b/g, 'null'],
  [/\(opts\.plugins \|\| \[\]\)/g, '[]'],
  // There is a cursor with one point on each line; it drags from left to right, and what is chosen is ours to show.
  [/\bshowCursor\b(?! =)/g, 'true'],
  [/\bcursor(?:Focus|OnePt)\b(?! =)/g, 'false'],
  [/\bcursor\._lock\b(?! =)/g, 'false'],
  [/\bcursor\.lock\b/g, 'false'],
  [/\bgetBBox != null/g, 'false'],
  [/\bbias == 0 \|\| bias == -?1/g, 'true'],
  [/\bwithProx\b(?! =)/g, 'false'],
  [/\bselect\.show\b/g, 'true'],
  [/\bdrag\.setScale\b/g, 'false'],
  [/\bdrag\.y\b/g, 'false'],
  [/\bdragY\b(?! =)/g, 'false'],
  [/\buni != null/g, 'false']
]

/** Statements whose only use is what is not used. */
const unused = [
  /const \[ timeIncrsMs[\s\S]*?genTimeStuffs\(1e-3\);/,
  /\tconst _tzDate {2}= [\s\S]*?const _timeSeriesVal {2}= .*\n/,
  /const localTz = .*\n/,
  /genIncrs\(2, -53, 53, \[1\]\);\n/,
  /\tself\.(?:addSeries|delSeries|setSeries|setLegend|batch) = \w+;\n/g,
  /\tself\.addBand = addBand;\n\tself\.setBand = setBand;\n\tself\.delBand = delBand;\n/,
  /\tevents\["setSeries"\] = [\s\S]*?\n\t\};\n/,
  /uPlot\.(?:assign|fmtNum|rangeNum|rangeLog|rangeAsinh|orient|pxRatio|join|fmtDate|tzDate) += \w+;\n/g,
  /\(paths\.(?:stepped|bars|spline) += \w+\);\n/g
]

/** @throws Error where a version of uPlot lacks one of these: then look again at what is in it */
function lean(text) {
  const without = (rest, [pattern, value]) => {
    const next = rest.replace(pattern, value)
    if (next === rest) throw new Error(`This version of uPlot has no ${pattern}: see scripts/build/chart-library.js.`)
    return next
  }
  return [...unused.map((pattern) => [pattern, '']), ...constants].reduce(without, text)
}

/** A plugin of esbuild. */
export const chartLibrary = {
  name: 'chart-library',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]uPlot\.esm\.js$/ }, ({ path }) => ({ contents: lean(readFileSync(path, 'utf8')), loader: 'js' }))
  }
}
