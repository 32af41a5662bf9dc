import { z } from 'zod'
import { day } from '../fields.ts'
import { departments } from '../roles.ts'
import type { CaseView } from '../view.ts'

/* The answers of the process routes as schemas: nothing leaves the house that is not declared here. Shapes of view.ts. */

const at = z.string()
const Named = z.object({ id: z.string(), name: z.string() })
const anything = z.record(z.string(), z.unknown())
export const ChoiceAnswer = z.object({ action: z.string(), missing: z.array(z.string()), primary: z.boolean() })

export const CaseRowAnswer = z.object({
  process: z.string(),
  number: z.string(),
  state: z.string(),
  version: z.int(),
  title: z.string(),
  priority: z.int().nullable(),
  category: z.string(),
  place: z.string(),
  departments: z.array(z.enum(departments)),
  customer: z
    .object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      shortName: z.string(),
      nameEn: z.string(),
      vip: z.boolean(),
    })
    .nullable(),
  unit: z.object({ id: z.string(), code: z.string() }).nullable(),
  owner: Named.nullable(),
  assignee: Named.nullable(),
  openedAt: at,
  enteredAt: at,
  closedAt: at.nullable(),
  dueAt: at.nullable(),
  paused: z.boolean(),
})

export const EscalationAnswer = z.object({
  id: z.string(),
  process: z.string(),
  number: z.string(),
  title: z.string(),
  customer: z.object({ shortName: z.string(), nameEn: z.string() }).nullable(),
  unit: z.string().nullable(),
  cause: z.string(),
  level: z.int(),
  role: z.string(),
  raisedAt: at,
  acceptedAt: at.nullable(),
  acceptedBy: z.string().nullable(),
  instruction: z.string().nullable(),
})

/** `slip` is the schema of the process's own slip, so that the API document shows every field. */
export const caseAnswer = (slip: z.ZodType): z.ZodType<CaseView> =>
  CaseRowAnswer.extend({
    slip,
    contact: z.object({ id: z.string(), name: z.string(), title: z.string(), phone: z.string() }).nullable(),
    openedBy: z.string().nullable(),
    openedAs: z.enum(['staff', 'customer', 'guest', 'system']),
    crew: z.array(Named),
    names: z.record(z.string(), z.string()),
    choices: z.array(ChoiceAnswer),
    correctable: z.array(z.string()),
    clocks: z.array(
      z.object({
        clock: z.string(),
        kind: z.enum(['WALL', 'SERVICE', 'WD']),
        startedAt: at,
        dueAt: at,
        pausedAt: at.nullable(),
        metAt: at.nullable(),
        missed: z.boolean(),
      }),
    ),
    pauses: z.array(z.object({ startedAt: at, endedAt: at.nullable(), reason: z.string(), expectedAt: at.nullable() })),
    timeline: z.array(
      z.object({
        seq: z.int(),
        at,
        actorKind: z.enum(['staff', 'customer', 'guest', 'clock']),
        actorName: z.string(),
        role: z.string(),
        action: z.string(),
        from: z.string(),
        to: z.string(),
        input: anything,
        changes: z.record(z.string(), z.array(z.unknown())),
        shownToCustomer: z.boolean(),
      }),
    ),
    documents: z.array(
      z.object({
        id: z.string(),
        paper: z.string(),
        form: z.string(),
        number: z.string(),
        prints: z.int(),
        void: z.boolean(),
        copies: z.array(
          z.object({ copy: z.int(), goesTo: z.string(), handedTo: z.string().nullable(), handedAt: at.nullable() }),
        ),
      }),
    ),
    files: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['image', 'pdf', 'sheet']),
        name: z.string(),
        purpose: z.string(),
        uploadedAt: at,
      }),
    ),
    charges: z.array(
      z.object({
        item: z.string(),
        description: z.string(),
        quantity: z.string(),
        unitPriceFen: z.int(),
        amountFen: z.int(),
        taxRateBp: z.int(),
        writtenAt: at,
      }),
    ),
    receipts: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        paymentNumber: z.string(),
        state: z.enum(['issued', 'voided', 'returned']),
        payer: z.string(),
        method: z.string(),
        amountFen: z.int(),
        inWords: z.string(),
        issuedAt: at,
      }),
    ),
    chargedFen: z.int(),
    unpaidFen: z.int(),
    escalations: z.array(EscalationAnswer),
    linked: z.array(
      z.object({
        kind: z.enum(['raised', 'joined']),
        way: z.enum(['up', 'down']),
        process: z.string(),
        number: z.string(),
        title: z.string(),
        state: z.string(),
        final: z.boolean(),
        departments: z.array(z.enum(departments)),
        openedAt: at,
        dueAt: at.nullable(),
      }),
    ),
  }) as unknown as z.ZodType<CaseView>

export const PageAnswer = z.object({
  items: z.array(CaseRowAnswer),
  next: z.string().nullable(),
  count: z.int(),
  more: z.boolean(),
})

export const QueueAnswer = z.object({
  items: z.array(CaseRowAnswer.extend({ next: ChoiceAnswer.nullable(), escalated: z.boolean() })),
  counts: z.object({ mine: z.int(), team: z.int(), overdue: z.int(), escalations: z.int() }),
})

/** Ids and names in addresses: nothing else ever reaches a query. */
export const NumberParam = z.object({ number: z.string().regex(/^[A-Z0-9]{2,4}-[0-9]{4}-[0-9]{4,9}$/) })
const words = z.string().max(400)
export const RegisterParams = z
  .object({
    q: z.string().max(60).optional(),
    state: words.optional(),
    open: z.enum(['yes', 'no']).optional(),
    priority: words.optional(),
    category: words.optional(),
    customerId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    building: z
      .string()
      .regex(/^[0-9]$/)
      .optional(),
    assigneeId: z.uuid().optional(),
    department: words.optional(),
    from: day().optional(),
    to: day().optional(),
    overdue: z.literal('yes').optional(),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).optional(),
  })
  .strict()
