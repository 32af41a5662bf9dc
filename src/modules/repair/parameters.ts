import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

/* The numbers of domain §2.31 that repair uses. Minutes are wall minutes unless the name says service. */

const perPriority = z
  .object({ P1: z.int().min(1), P2: z.int().min(1), P3: z.int().min(1), P4: z.int().min(1) })
  .strict()

/** Service times are set by the department (domain §9), the tax rate by finance. */
const service = ['CSM', 'PM', 'GM'] as const
const money = ['FINM', 'GM'] as const

export const repairParameters = [
  declareParameter({
    key: 'repair.dispatch_minutes',
    default: { P1: 3, P2: 5, P3: 30, P4: 60 },
    schema: perPriority,
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.dispatch_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.accept_minutes',
    default: { P1: 3, P2: 5, P3: 15, P4: 120 },
    schema: perPriority,
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.accept_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.arrive_minutes',
    default: { P1: 10, P2: 15, P3: 30, P4: 10 },
    schema: perPriority,
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.arrive_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.finish_minutes',
    default: { P1: 120, P2: 120, P3: 1440 },
    schema: perPriority.omit({ P4: true }),
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.finish_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.finish_working_days',
    default: 3,
    schema: z.int().min(1).max(60),
    unit: 'workingDays',
    editableBy: service,
    says: parameterWords['repair.finish_working_days'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.control_minutes',
    default: 30,
    schema: z.int().min(1).max(1440),
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.control_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.paper_minutes',
    default: 30,
    schema: z.int().min(1).max(1440),
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.paper_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.appointment_tolerance_minutes',
    default: 10,
    schema: z.int().min(0).max(120),
    unit: 'minutes',
    editableBy: service,
    says: parameterWords['repair.appointment_tolerance_minutes'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.receipt_working_days',
    default: 1,
    schema: z.int().min(1).max(10),
    unit: 'workingDays',
    editableBy: service,
    says: parameterWords['repair.receipt_working_days'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.key_visit_two_persons',
    default: true,
    schema: z.boolean(),
    unit: 'switch',
    editableBy: service,
    says: parameterWords['repair.key_visit_two_persons'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.reworks_before_pm',
    default: 2,
    schema: z.int().min(1).max(10),
    unit: 'count',
    editableBy: service,
    says: parameterWords['repair.reworks_before_pm'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.duplicate_days',
    default: 3,
    schema: z.int().min(1).max(60),
    unit: 'days',
    editableBy: service,
    says: parameterWords['repair.duplicate_days'],
    step: '§2.31',
  }),
  declareParameter({
    key: 'repair.vat_bp',
    default: 600,
    schema: z.int().min(0).max(10_000),
    unit: 'basisPoints',
    editableBy: money,
    says: parameterWords['repair.vat_bp'],
    step: '§2.31',
  }),
]
