import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words/parameters.ts'

/* The numbers of domain §2.31 that complaints use. Minutes are wall minutes. Promises to customers are set by the department's head (domain §9). */

const service = ['CSM', 'PM', 'GM'] as const
/** The ladder's own times are not set by somebody who stands on it. */
const ladder = ['PM', 'GM'] as const
const minutes = z
  .int()
  .min(1)
  .max(60 * 24 * 31)
const days = z.int().min(1).max(60)

const number = (
  key: keyof typeof parameterWords,
  value: number,
  unit: 'minutes' | 'days' | 'workingDays' | 'count',
  editableBy: typeof service | typeof ladder,
  step: string,
) =>
  declareParameter({
    key,
    default: value,
    schema: unit === 'minutes' ? minutes : unit === 'count' ? z.int().min(2).max(100) : days,
    unit,
    editableBy,
    says: parameterWords[key],
    step,
  })

export const complaintParameters = [
  number('complaint.direct_minutes', 120, 'minutes', ladder, '4'),
  number('complaint.other_minutes', 1440, 'minutes', ladder, '§2.31'),
  declareParameter({
    key: 'complaint.day_cutoff',
    default: '18:00',
    schema: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/),
    unit: 'text',
    editableBy: ladder,
    says: parameterWords['complaint.day_cutoff'],
    step: '§2.31',
  }),
  number('complaint.late_grace', 120, 'minutes', ladder, '§2.31'),
  number('complaint.first_contact', 15, 'minutes', service, '§2.31'),
  number('complaint.follow_minutes', 10, 'minutes', service, '2'),
  number('complaint.l1_ack', 30, 'minutes', ladder, '§2.31'),
  number('complaint.gm_minutes', 120, 'minutes', ladder, '§2.5.3'),
  number('complaint.holding_reply_wd', 1, 'workingDays', service, '6'),
  number('complaint.reply_wd', 3, 'workingDays', service, '6'),
  number('complaint.repeat_days', 30, 'days', service, '§2.5.1'),
  number('complaint.repeat_count', 3, 'count', service, '§2.5.1'),
  number('complaint.same_thing_days', 1, 'days', service, '§2.5.1'),
  number('complaint.same_thing_customers', 3, 'count', service, '§2.5.1'),
  number('complaint.duplicate_days', 7, 'days', service, '§2.5.1'),
] as const
