import { z } from 'zod'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { announce, tell } from '#kernel/outbox/server/tell.ts'
import { longText, money, text } from '#kernel/process/fields.ts'
import { largestFen } from '#lib/money.ts'
import { paymentMethods } from '../view.ts'
import { refusedMoney, refusedReversal } from '../words.ts'
import { collectOnAccount } from './collect.ts'
import { approveReversal, denyReversal, type ReversalRefusal, requestReversal } from './reversal.ts'
import { byNumber, cashiers, missing } from './routes.ts'

const byId = z.object({ id: z.uuid() })
const decided = z.object({ paymentNumber: z.string(), reversalNumber: z.string().nullable() })

function refuse({ refused }: ReversalRefusal): Refused {
  return refused === 'notFound'
    ? missing()
    : new Refused({ status: refused === 'notYourOwn' ? 403 : 409, ...refusedReversal[refused] })
}

/** Money that does not come with an action of a case: paid on account, or taken back by two persons. */
export const paymentWriteRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/payments',
    policy: cashiers,
    tag: 'payments',
    id: 'payments.onAccount',
    summary: 'A payment on account, to the oldest debts first',
    body: z.strictObject({
      customerId: z.uuid(),
      method: z.enum(paymentMethods),
      payer: text(200),
      amountFen: money(largestFen),
      reference: text(100, 0),
    }),
    answer: z.object({ paymentNumber: z.string(), receiptNumber: z.string(), receiptId: z.string() }),
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { customerId, ...collected } = asked.body
        const at = house.now()
        const customer = await tx.selectFrom('customers').select('id').where('id', '=', customerId).executeTakeFirst()
        if (customer === undefined || asked.actor.id === null) throw missing()
        const taken = await collectOnAccount(tx, {
          customerId,
          collected: { ...collected, carriedBy: null },
          cashLimitFen: house.rulebook.parameter<number>('payment.cash_limit', at),
          at,
          byId: asked.actor.id,
        })
        if ('refused' in taken) throw new Refused({ status: 422, ...refusedMoney[taken.refused] })
        return taken
      }),
  }),
  route({
    method: 'POST',
    path: '/api/payments/:number/reversal',
    policy: cashiers,
    tag: 'payments',
    id: 'payments.askReversal',
    summary: 'Ask for a payment to be taken back',
    params: byNumber,
    body: z.strictObject({ reason: longText(500) }),
    answer: z.object({ id: z.string() }),
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { actor, params, body } = asked
        if (actor.id === null) throw missing()
        const at = house.now()
        const request = await requestReversal(tx, { number: params.number, reason: body.reason, byId: actor.id, at })
        if ('refused' in request) throw refuse(request)
        const data = { payment: params.number, reason: body.reason }
        const to = cashiers.map((role) => ({ role }))
        await tell(tx, { caseId: null, event: 'ledger.reversalAsked', data, to, at, byId: actor.id })
        return { id: request.id }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/reversals/:id/approve',
    policy: cashiers,
    tag: 'payments',
    id: 'reversals.approve',
    summary: 'Take the payment back; the receipt came back or is void',
    params: byId,
    body: z.strictObject({ receipt: z.enum(['returned', 'voided']) }),
    answer: decided,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { actor, params, body } = asked
        if (actor.id === null) throw missing()
        const at = house.now()
        const done = await approveReversal(tx, { requestId: params.id, receipt: body.receipt, byId: actor.id, at })
        if ('refused' in done) throw refuse(done)
        const told = { event: 'ledger.paymentReversed', at, byId: actor.id }
        const data = { payment: done.paymentNumber, reversal: done.reversalNumber }
        await tell(tx, { ...told, caseId: null, data, to: [{ personId: done.requestedBy }] })
        for (const paid of done.cases) {
          const owner = paid.ownerId === null ? [] : [{ personId: paid.ownerId }]
          await tell(tx, { ...told, caseId: paid.id, data: { ...data, number: paid.number }, to: owner })
          await announce(tx, {
            process: paid.process,
            number: paid.number,
            customerId: paid.customerId,
            people: paid.ownerId === null ? [] : [paid.ownerId],
            what: 'written',
          })
        }
        return { paymentNumber: done.paymentNumber, reversalNumber: done.reversalNumber }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/reversals/:id/deny',
    policy: cashiers,
    tag: 'payments',
    id: 'reversals.deny',
    summary: 'Leave the payment as it is, and say why',
    params: byId,
    body: z.strictObject({ denial: longText(500) }),
    answer: decided,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { actor, params, body } = asked
        if (actor.id === null) throw missing()
        const at = house.now()
        const done = await denyReversal(tx, { requestId: params.id, denial: body.denial, byId: actor.id, at })
        if ('refused' in done) throw refuse(done)
        const data = { payment: done.paymentNumber, denial: body.denial }
        const to = [{ personId: done.requestedBy }]
        await tell(tx, { caseId: null, event: 'ledger.reversalDenied', data, to, at, byId: actor.id })
        return { paymentNumber: done.paymentNumber, reversalNumber: null }
      }),
  }),
]
