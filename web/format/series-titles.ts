/** Series as a person calls them, in the order in which they are looked at. */
export const seriesTitles: Readonly<Record<string, string>> = {
  l2: 'Gradient norm ‖g‖₂',
  l1: 'Gradient norm ‖g‖₁',
  linf: 'Gradient norm ‖g‖∞',
  loss: 'Training loss',
  'eval-loss': 'Evaluation loss',
  'learning-rate': 'Learning rate',
  'weight-norm': 'Weight norm ‖w‖₂',
  'update-norm': 'Update norm ‖Δw‖₂',
  distance: 'Distance d'
}
