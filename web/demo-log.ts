/** A made-up log to try the page with: norms fall with the loss, and rise later for another reason. The same every time. */
export function demoLog(): string {
  const rows = ['step,grad_norm,loss,learning_rate']
  for (let t = 0; t < 4000; t++) {
    const loss = 1 + 3 * Math.exp(-t / 400)
    const norm = loss * (1 + 4 / (1 + Math.exp((2400 - t) / 100))) * (1 + 0.2 * Math.sin(t * t))
    const rate = t < 200 ? (t + 1) / 200 : 0.5 * (1 + Math.cos((Math.PI * (t - 199)) / 3800))
    rows.push(`${t},${norm.toFixed(5)},${(loss * (1 + 0.02 * Math.cos(3 * t * t))).toFixed(5)},${(3e-3 * rate).toPrecision(6)}`)
  }
  return `${rows.join('\n')}\n`
}
