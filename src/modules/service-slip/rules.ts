import { plusMinutes, type IsoInstant } from '#lib/time.ts'
import { addServiceMinutes } from '#lib/working-calendar.ts'
import type { Due } from '#kernel/process/define.ts'
import type { LinkedCase, Moment } from '#kernel/process/moment.ts'
import type { ServiceSlip } from './slip.ts'

/* The judgements about a service slip as pure functions. */

/** The case this slip was raised from. */
export const parentOf = (at: Moment): LinkedCase | null =>
  at.facts.linked.find(({ kind, way }) => kind === 'raised' && way === 'up') ?? null

/** A complaint stands behind it, or the sender pressed. */
const isPressing = (slip: ServiceSlip, at: Moment): boolean => slip.urgent || parentOf(at)?.process === 'complaint'

/** Guards take no part in the collection of debts (domain §1.1). */
const debt =
  /催[费缴收款租]|欠[费款租缴]|追[讨债款]|讨债|收欠|dunning|debt|overdue (?:rent|fees?|bills?|payments?)|arrears/i
export const asksForDebt = ({ content, customerWish }: ServiceSlip): boolean =>
  debt.test(`${content}\n${customerWish ?? ''}`)

const service = (from: IsoInstant, key: string, at: Moment): Due => ({
  kind: 'SERVICE',
  at: addServiceMinutes(at.facts.calendar, from, at.facts.parameter<number>(key)),
})

export function acceptBy(slip: ServiceSlip, started: IsoInstant, at: Moment): Due {
  return isPressing(slip, at)
    ? { kind: 'WALL', at: plusMinutes(started, at.facts.parameter<number>('service.pressing_accept_minutes')) }
    : service(started, 'service.accept_minutes', at)
}

export const answerBy = (started: IsoInstant, at: Moment): Due => service(started, 'service.answer_minutes', at)
export const finishBy = (slip: ServiceSlip): Due => ({ kind: 'WALL', at: slip.requiredBy })
export const verifyBy = (started: IsoInstant, at: Moment): Due => service(started, 'service.verify_minutes', at)
