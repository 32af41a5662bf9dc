import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

/* The number of domain §2.15 on enquiries. */

export const enquiryParameters = [
  declareParameter({
    key: 'enquiry.answer_minutes',
    default: 120,
    schema: z.int().min(1).max(10_000),
    unit: 'serviceMinutes',
    editableBy: ['CSM', 'PM', 'GM'],
    says: parameterWords['enquiry.answer_minutes'],
    step: '§2.15',
  }),
]
