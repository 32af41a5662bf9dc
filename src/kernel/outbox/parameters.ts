/** How long the house tries to get a message out. */
import { z } from 'zod'
import { declareParameter, type Parameter } from '#kernel/parameters/declare.ts'
import { outboxParameterWords as words } from './words.ts'

export const outboxParameters: readonly Parameter[] = [
  declareParameter({
    key: 'outbox.attempts',
    default: 20,
    schema: z.int().min(1).max(100),
    unit: 'count',
    editableBy: ['SYS'],
    says: words.attempts,
  }),
  declareParameter({
    key: 'outbox.hours',
    default: 24,
    schema: z.int().min(1).max(168),
    unit: 'hours',
    editableBy: ['SYS'],
    says: words.hours,
  }),
  declareParameter({
    key: 'outbox.first_wait_minutes',
    default: 1,
    schema: z.int().min(1).max(60),
    unit: 'minutes',
    editableBy: ['SYS'],
    says: words.firstWait,
  }),
]
