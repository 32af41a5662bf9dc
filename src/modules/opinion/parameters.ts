import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

/* The numbers of domain §2.21 on opinions. */

const service = ['CSM', 'PM', 'GM'] as const
const days = z.int().min(1).max(60)

export const opinionParameters = [
  declareParameter({
    key: 'opinion.answer_wd',
    default: 3,
    schema: days,
    unit: 'workingDays',
    editableBy: service,
    says: parameterWords['opinion.answer_wd'],
    step: '§2.21',
  }),
  declareParameter({
    key: 'opinion.feedback_wd',
    default: 1,
    schema: days,
    unit: 'workingDays',
    editableBy: service,
    says: parameterWords['opinion.feedback_wd'],
    step: '§2.26',
  }),
  declareParameter({
    key: 'opinion.confirm_wd',
    default: 5,
    schema: days,
    unit: 'workingDays',
    editableBy: service,
    says: parameterWords['opinion.confirm_wd'],
    step: '§2.21',
  }),
]
