import { z } from 'zod'
import { declareParameter, type Parameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

/* What the plan asks of the telephone (电话用语 2 and 12, 电话中让对方等待时), and the target of M34. */

export const ringsKey = 'calls.rings'
export const voiceMailRingsKey = 'calls.voice_mail_rings'
export const holdSecondsKey = 'calls.hold_seconds'
export const targetKey = 'calls.target'

const editors = ['CSM', 'PM', 'GM'] as const

export const callParameters: readonly Parameter[] = [
  declareParameter({
    key: ringsKey,
    default: 3,
    schema: z.int().min(1).max(20),
    unit: 'count',
    editableBy: editors,
    says: parameterWords.rings,
    step: '§2.15',
  }),
  declareParameter({
    key: voiceMailRingsKey,
    default: 5,
    schema: z.int().min(1).max(20),
    unit: 'count',
    editableBy: editors,
    says: parameterWords.voiceMailRings,
    step: '§2.15',
  }),
  declareParameter({
    key: holdSecondsKey,
    default: 60,
    schema: z.int().min(5).max(600),
    unit: 'count',
    editableBy: editors,
    says: parameterWords.holdSeconds,
    step: '§2.15',
  }),
  declareParameter({
    key: targetKey,
    default: 9500,
    schema: z.int().min(0).max(10_000),
    unit: 'basisPoints',
    editableBy: ['PM', 'GM'],
    says: parameterWords.target,
    step: '§7 M34',
  }),
]
