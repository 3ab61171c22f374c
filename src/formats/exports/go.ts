import { base64Lines } from './base64.ts'
import { type Curve, curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { heading } from './heading.ts'

export const go: TextTarget = {
  name: 'go',
  title: 'Go: a package with the standard library alone',
  usage: 'Save it in a folder `schedule` of your module, import that, and ask `schedule.LearningRate(step, peak)`.',
  mediaType: 'text/x-go',
  example: 'func LearningRate(step int, peak float64) float64 {\n\treturn peak * Multiplier(step)\n}\n',
  fileName: 'taper_schedule.go',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const curve = curveOf(material)
    const { steps, peakLearningRate: peak } = material.schedule
    const about = heading(material.schedule, curve).map((line) => `// ${line}`)
    // A blank line keeps this apart from the package comment, which gofmt reformats.
    return `${about.join('\n')}

// Package schedule holds a learning-rate schedule.
package schedule

import ${curve.form === 'dense' ? '(\n\t"encoding/base64"\n\t"encoding/binary"\n\t"math"\n)' : '"sort"'}

// Steps is the length of the schedule, in optimizer steps.
const Steps = ${steps}
${peak === null ? '' : `\n// PeakLearningRate is the learning rate at multiplier 1.\nconst PeakLearningRate float64 = ${peak}\n`}
${multiplierOf(curve)}
func within(step int) int {
	if step < 0 {
		return 0
	}
	if step >= Steps {
		return Steps - 1
	}
	return step
}

// LearningRate is that of an optimizer step, counted from 0, for a learning rate at multiplier 1.
func LearningRate(step int, peak float64) float64 {
	return peak * Multiplier(step)
}
`
  }
}

const comment = '// Multiplier is the factor of the peak learning rate at an optimizer step, counted from 0; past the end, the last one.'

function multiplierOf(curve: Curve): string {
  if (curve.form === 'dense') {
    return `${comment}
func Multiplier(step int) float64 {
	return multipliers[within(step)]
}

var multipliers = decoded()

// float64, little-endian
func decoded() []float64 {
	bytes, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		panic(err)
	}
	values := make([]float64, Steps)
	for i := range values {
		values[i] = math.Float64frombits(binary.LittleEndian.Uint64(bytes[8*i:]))
	}
	return values
}

const encoded = \`
${base64Lines(curve.values)}
\`
`
  }
  return `${comment}
func Multiplier(step int) float64 {
	step = within(step)
	i := sort.Search(len(knots)-2, func(i int) bool { return knots[i+1].step > step })
	from, to := knots[i], knots[i+1]
	part := float64(step-from.step) / float64(to.step-from.step)
	return from.multiplier + part*(to.multiplier-from.multiplier)
}

type knot struct {
	step       int
	multiplier float64
}

// Corners of straight pieces.
var knots = []knot{
${curve.knots.map(({ step, multiplier }) => `\t{${step}, ${multiplier}},`).join('\n')}
}
`
}
