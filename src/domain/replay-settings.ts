/**
 * What a step does with numbers that are not finite. `refuse`: fails and names the first. `skip`: where the gradient has one, or a loss
 * that is needed is one, leaves parameters and state as they are, as PyTorch's `torch.amp.GradScaler` does; numbers that become so in a
 * step are refused. `propagate`: computes with them.
 */
export const nonFiniteRules = ['refuse', 'skip', 'propagate'] as const
export type NonFiniteRule = (typeof nonFiniteRules)[number]

/** What a replay tells of each step: of all tensors together, or of each one too. */
export const diagnosticsDetails = ['steps', 'tensors'] as const
export type DiagnosticsDetail = (typeof diagnosticsDetails)[number]
