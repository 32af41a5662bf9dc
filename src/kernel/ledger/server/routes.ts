import { z } from 'zod'
import { printPaper } from '#kernel/forms/server/print.ts'
import { RenderBusy } from '#kernel/forms/server/render.ts'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Role } from '#kernel/process/roles.ts'
import type { Both } from '#lib/language.ts'
import { isDate } from '#lib/time.ts'
import { paymentMethods, type PaymentCard } from '../view.ts'
import { accountStatement, caseStatement, listPayments, paymentCard, unitsPaid, waitingReversals } from './queries.ts'
import { receiptPaper } from './receipt.ts'

/** Domain §9, row 账单/收款; a company's own payments for its authorised and its finance contact. */
export const booksReaders: readonly Role[] = ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'FIN', 'FINM', 'LEA', 'TADM', 'TFIN']
const printers: readonly Role[] = ['CSM', 'CSS', 'CSA', 'FIN', 'FINM', 'TADM', 'TFIN']
export const cashiers: readonly Role[] = ['FIN', 'FINM']

export const missing = (): Refused => new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })

const fen = z.int()
const states = ['standing', 'asked', 'reversed', 'reversal'] as const
const paymentRow = z.object({
  id: z.string(),
  number: z.string(),
  customer: z.object({ id: z.string(), code: z.string(), shortName: z.string(), nameEn: z.string() }),
  payer: z.string(),
  method: z.enum(paymentMethods),
  amountFen: fen,
  reference: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  receiptNumber: z.string().nullable(),
  state: z.enum(states),
})
export const reversalRequest = z.object({
  id: z.string(),
  paymentNumber: z.string(),
  amountFen: fen,
  customerName: z.string(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  approved: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  denial: z.string().nullable(),
  own: z.boolean(),
})
const receiptLine = z.object({
  caseNumber: z.string().nullable(),
  item: z.string(),
  description: z.string(),
  quantity: z.string(),
  unitPriceFen: fen,
  chargedFen: fen,
  paidFen: fen,
})
export const card = paymentRow.extend({
  carriedBy: z.string().nullable(),
  receipt: z
    .object({
      number: z.string(),
      state: z.enum(['issued', 'voided', 'returned']),
      payer: z.string(),
      inWords: z.string(),
      lines: z.array(receiptLine),
      issuedAt: z.string(),
      issuedBy: z.string(),
    })
    .nullable(),
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
  requests: z.array(reversalRequest),
})
const statement = z.object({
  charges: z.array(
    z.object({
      id: z.string(),
      caseNumber: z.string().nullable(),
      item: z.string(),
      description: z.string(),
      quantity: z.string(),
      unitPriceFen: fen,
      amountFen: fen,
      taxRateBp: z.int(),
      taxFen: fen,
      paidFen: fen,
      unpaidFen: fen,
      onAccount: z.boolean(),
      writtenAt: z.string(),
      dueOn: z.string().nullable(),
    }),
  ),
  chargedFen: fen,
  unpaidFen: fen,
})

const date = z.iso.date().refine((day) => isDate(day) && day >= '2000' && day < '2101', 'absurdDate')
const query = z.strictObject({
  q: z.string().max(80).optional(),
  customerId: z.uuid().optional(),
  method: z.enum(paymentMethods).optional(),
  state: z.enum(states).optional(),
  from: date.optional(),
  to: date.optional(),
  after: z.uuid().optional(),
})
export const byNumber = z.object({ number: z.string().regex(/^[A-Z0-9]{2,4}-\d{4}-\d{4,9}$/) })

export const paymentRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/payments',
    policy: booksReaders,
    tag: 'payments',
    id: 'payments.list',
    summary: 'Payments, newest first',
    query,
    answer: z.object({ items: z.array(paymentRow), next: z.string().nullable(), count: z.int(), more: z.boolean() }),
    handle: ({ actor, query: filter }, house) =>
      house.database.as(actor, async (tx) => {
        const page = await listPayments(tx, filter)
        return { ...page, items: [...page.items] }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/payments/:number',
    policy: booksReaders,
    tag: 'payments',
    id: 'payments.card',
    summary: 'One payment, its receipt, and what became of it',
    params: byNumber,
    answer: card,
    handle: async ({ actor, params }, house) => {
      const found = await house.database.as(actor, (tx) => paymentCard(tx, params.number, actor.id))
      if (found === null) throw missing()
      return found as z.infer<typeof card>
    },
  }),
  route({
    method: 'GET',
    path: '/api/payments/:number/receipt.pdf',
    policy: printers,
    tag: 'payments',
    id: 'payments.receipt',
    summary: 'The receipt as PDF',
    params: byNumber,
    answer: 'bytes',
    limit: { perMinute: 30 },
    handle: async ({ actor, params, language, reply }, house) => {
      const now = house.now()
      const facts = await house.database.as(actor, async (tx) => {
        const found = await paymentCard(tx, params.number, actor.id)
        if (found === null || found.receipt === null) throw missing()
        const customer = await tx
          .selectFrom('customers')
          .select('name')
          .where('id', '=', found.customer.id)
          .executeTakeFirstOrThrow()
        return {
          card: found as PaymentCard & { receipt: NonNullable<PaymentCard['receipt']> },
          customerName: customer.name,
          units: await unitsPaid(tx, found.id),
          company: house.rulebook.parameter<Both>('company.name', now),
          printedAt: now,
          printedBy: actor.name,
        }
      })
      const pdf = await printPaper('kernel/ledger/receipt.typ', receiptPaper(facts, language)).catch(
        (error: unknown) => {
          if (error instanceof RenderBusy)
            throw new Refused({ status: 503, code: 'busy', says: doorWords.busy, retryAfter: 10 })
          throw error
        },
      )
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${facts.card.receipt.number}.pdf"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf))
    },
  }),
  route({
    method: 'GET',
    path: '/api/statements/case/:number',
    policy: booksReaders,
    tag: 'payments',
    id: 'statements.case',
    summary: 'What a case was charged, what was paid, and what it owes',
    params: byNumber,
    answer: statement,
    handle: async ({ actor, params }, house) => {
      const found = await house.database.as(actor, (tx) => caseStatement(tx, params.number))
      if (found === null) throw missing()
      return found as z.infer<typeof statement>
    },
  }),
  route({
    method: 'GET',
    path: '/api/statements/account/:code',
    policy: booksReaders,
    tag: 'payments',
    id: 'statements.account',
    summary: 'What a customer owes on account',
    params: z.object({ code: z.string().regex(/^T[0-9]{3,6}$/) }),
    answer: statement.extend({ customerId: z.string() }),
    handle: async ({ actor, params }, house) => {
      const found = await house.database.as(actor, (tx) => accountStatement(tx, params.code))
      if (found === null) throw missing()
      return { ...found, charges: [...found.charges] }
    },
  }),
  route({
    method: 'GET',
    path: '/api/reversals',
    policy: ['FIN', 'FINM', 'GM', 'PM', 'CSM'],
    tag: 'payments',
    id: 'reversals.waiting',
    summary: 'Reversals that wait for a second person',
    answer: z.object({ items: z.array(reversalRequest) }),
    handle: async ({ actor }, house) => ({
      items: await house.database.as(actor, (tx) => waitingReversals(tx, actor.id)),
    }),
  }),
]
