import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

const by = ['CSM', 'PM', 'GM'] as const

export const correctiveParameters = [
  declareParameter({
    key: 'corrective.plan_wd',
    default: 2,
    schema: z.int().min(1).max(30),
    unit: 'workingDays',
    editableBy: by,
    says: parameterWords['corrective.plan_wd'],
    step: '§2.5.4',
  }),
  declareParameter({
    key: 'corrective.accept_wd',
    default: 1,
    schema: z.int().min(1).max(30),
    unit: 'workingDays',
    editableBy: ['PM', 'GM'],
    says: parameterWords['corrective.accept_wd'],
    step: '§2.5.2',
  }),
  declareParameter({
    key: 'corrective.verify_after_days',
    default: 7,
    schema: z.int().min(0).max(180),
    unit: 'days',
    editableBy: by,
    says: parameterWords['corrective.verify_after_days'],
    step: '§2.5.4',
  }),
  declareParameter({
    key: 'corrective.verify_by_days',
    default: 30,
    schema: z.int().min(1).max(365),
    unit: 'days',
    editableBy: ['PM', 'GM'],
    says: parameterWords['corrective.verify_by_days'],
    step: '§2.5.4',
  }),
  declareParameter({
    key: 'corrective.systemic_count',
    default: 2,
    schema: z.int().min(2).max(20),
    unit: 'count',
    editableBy: by,
    says: parameterWords['corrective.systemic_count'],
    step: '§2.5.4',
  }),
  declareParameter({
    key: 'corrective.systemic_days',
    default: 90,
    schema: z.int().min(1).max(730),
    unit: 'days',
    editableBy: by,
    says: parameterWords['corrective.systemic_days'],
    step: '§2.5.4',
  }),
]
