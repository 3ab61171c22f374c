/** How requests and answers with tensors are written. */
export const tensorFormats = ['safetensors', 'json'] as const
export type TensorFormat = (typeof tensorFormats)[number]
