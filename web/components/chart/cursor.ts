import type uPlot from 'uplot'

/** Puts the cursor of a plot to a place, in pixels, and with it those of the plots that share it: the third argument, which the types of uPlot lack. */
export const putCursor = (plot: uPlot, left: number): void =>
  (plot.setCursor as (place: { left: number; top: number }, tell: boolean, share: boolean) => void)({ left, top: 0 }, true, true)
