import { Type } from 'typebox'

export const ScheduleId = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '^[A-Za-z0-9-]+$',
  description: 'The id of a schedule, made by the service (UUIDv7).',
  examples: ['0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81']
})
