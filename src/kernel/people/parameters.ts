/** How long a sign-in lasts; that staff may or must have a second factor is a parameter of the house. */
import { z } from 'zod'
import { declareParameter, type Parameter } from '#kernel/parameters/declare.ts'
import { signInWords } from './words.ts'

export const peopleParameters: readonly Parameter[] = [
  declareParameter({
    key: 'auth.idle_minutes',
    default: 240,
    schema: z.int().min(5).max(1_440),
    unit: 'minutes',
    editableBy: ['SYS'],
    says: signInWords.idle,
  }),
  declareParameter({
    key: 'auth.session_minutes',
    default: 720,
    schema: z.int().min(30).max(10_080),
    unit: 'minutes',
    editableBy: ['SYS'],
    says: signInWords.session,
  }),
]
