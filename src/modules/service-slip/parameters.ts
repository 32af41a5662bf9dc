import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

const by = ['CSM', 'PM', 'GM'] as const
const minutes = z.int().min(1).max(10_080)

export const serviceParameters = [
  declareParameter({
    key: 'service.pressing_accept_minutes',
    default: 15,
    schema: minutes,
    unit: 'minutes',
    editableBy: by,
    says: parameterWords['service.pressing_accept_minutes'],
    step: '§2.5.3',
  }),
  declareParameter({
    key: 'service.accept_minutes',
    default: 60,
    schema: minutes,
    unit: 'serviceMinutes',
    editableBy: by,
    says: parameterWords['service.accept_minutes'],
    step: '§2.5.4',
  }),
  declareParameter({
    key: 'service.answer_minutes',
    default: 30,
    schema: minutes,
    unit: 'serviceMinutes',
    editableBy: by,
    says: parameterWords['service.answer_minutes'],
    step: '§10.7',
  }),
  declareParameter({
    key: 'service.verify_minutes',
    default: 60,
    schema: minutes,
    unit: 'serviceMinutes',
    editableBy: by,
    says: parameterWords['service.verify_minutes'],
    step: '§2.5.4',
  }),
]
