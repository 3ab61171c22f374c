/** Codes of warnings about schedules. Those of a refinement are its symptoms (`refinement/diagnosis/`). */
export const comparisonWarnings = ['zeros-within', 'different-lengths', 'l1-norms'] as const
export type ComparisonWarning = (typeof comparisonWarnings)[number]

export const horizonWarnings = ['not-met', 'already-past', 'rest-zero', 'peak-unknown'] as const
export type HorizonWarning = (typeof horizonWarnings)[number]

/** Codes of what makes a forecast of losses less sure. */
export const forecastWarningCodes = ['no-decay', 'no-fall', 'poor-fit', 'non-finite', 'extrapolation'] as const
export type ForecastWarning = (typeof forecastWarningCodes)[number]
