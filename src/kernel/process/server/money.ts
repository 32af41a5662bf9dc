import { dateOf } from '#lib/show-time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { chargeCase, putOnAccount } from '#kernel/ledger/server/post.ts'
import { collectForCase, type Taken } from '#kernel/ledger/server/collect.ts'
import { refusedMoney } from '#kernel/ledger/words.ts'
import type { Decision } from '../decide.ts'
import type { Moment } from '../moment.ts'
import type { CaseRecord } from './facts.ts'

/** Writes what an action charges and takes in the money it collects, in the action's own transaction. */
export async function moveMoney(tx: Tx, record: CaseRecord, decision: Decision, at: Moment): Promise<Taken | null> {
  if (decision.charges.length === 0 && decision.collects === null && !decision.onAccount) return null
  if (record.customer_id === null || at.actor.id === null)
    throw new Refused({ status: 422, ...refusedMoney.noCustomer })
  if (decision.charges.length > 0) {
    await chargeCase(tx, {
      caseId: record.id,
      customerId: record.customer_id,
      unitId: record.unit_id,
      lines: decision.charges,
      onAccount: decision.onAccount,
      at: at.now,
      byId: at.actor.id,
      today: dateOf(at.now),
    })
  }
  if (decision.onAccount && decision.charges.length === 0) {
    await putOnAccount(tx, { caseId: record.id, customerId: record.customer_id, at: at.now, byId: at.actor.id })
  }
  if (decision.collects === null) return null
  const cashLimitFen = at.facts.parameter<number>('payment.cash_limit')
  const taken = await collectForCase(tx, {
    caseId: record.id,
    customerId: record.customer_id,
    collected: decision.collects,
    cashLimitFen,
    at: at.now,
    byId: at.actor.id,
  })
  if ('refused' in taken) throw new Refused({ status: 422, ...refusedMoney[taken.refused] })
  return taken
}
