import { z } from 'zod'

/* The numbers of domain §2.31 that repair uses. Minutes are wall minutes unless the name says service. */

const perPriority = z
  .object({ P1: z.int().min(1), P2: z.int().min(1), P3: z.int().min(1), P4: z.int().min(1) })
  .strict()

export const repairParameters = [
  { key: 'repair.dispatch_minutes', default: { P1: 3, P2: 5, P3: 30, P4: 60 }, schema: perPriority, unit: 'minutes' },
  { key: 'repair.accept_minutes', default: { P1: 3, P2: 5, P3: 15, P4: 120 }, schema: perPriority, unit: 'minutes' },
  { key: 'repair.arrive_minutes', default: { P1: 10, P2: 15, P3: 30, P4: 10 }, schema: perPriority, unit: 'minutes' },
  {
    key: 'repair.finish_minutes',
    default: { P1: 120, P2: 120, P3: 1440 },
    schema: perPriority.omit({ P4: true }),
    unit: 'minutes',
  },
  { key: 'repair.finish_working_days', default: 3, schema: z.int().min(1).max(60), unit: 'workingDays' },
  { key: 'repair.control_minutes', default: 30, schema: z.int().min(1).max(1440), unit: 'minutes' },
  { key: 'repair.paper_minutes', default: 30, schema: z.int().min(1).max(1440), unit: 'minutes' },
  { key: 'repair.callback_minutes', default: 30, schema: z.int().min(1).max(1440), unit: 'serviceMinutes' },
  { key: 'repair.callback_attempts', default: 3, schema: z.int().min(1).max(10), unit: 'count' },
  { key: 'repair.callback_days', default: 2, schema: z.int().min(1).max(10), unit: 'days' },
  { key: 'repair.appointment_tolerance_minutes', default: 10, schema: z.int().min(0).max(120), unit: 'minutes' },
  { key: 'repair.receipt_working_days', default: 1, schema: z.int().min(1).max(10), unit: 'workingDays' },
  { key: 'repair.key_visit_two_persons', default: true, schema: z.boolean(), unit: 'switch' },
  { key: 'repair.reworks_before_pm', default: 2, schema: z.int().min(1).max(10), unit: 'count' },
  { key: 'repair.duplicate_days', default: 3, schema: z.int().min(1).max(60), unit: 'days' },
  { key: 'repair.vat_bp', default: 600, schema: z.int().min(0).max(10_000), unit: 'basisPoints' },
] as const
