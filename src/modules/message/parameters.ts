import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

/* The numbers of domain §2.15 on messages. */

const service = ['CSM', 'PM', 'GM'] as const
const minutes = z.int().min(1).max(1440)

export const messageParameters = [
  declareParameter({
    key: 'message.hand_minutes',
    default: 10,
    schema: minutes,
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['message.hand_minutes'],
    step: '§2.15',
  }),
  declareParameter({
    key: 'message.unhanded_minutes',
    default: 30,
    schema: minutes,
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['message.unhanded_minutes'],
    step: '§2.15',
  }),
  declareParameter({
    key: 'message.follow_minutes',
    default: 60,
    schema: minutes,
    unit: 'serviceMinutes',
    editableBy: service,
    says: parameterWords['message.follow_minutes'],
    step: '§2.15',
  }),
]
