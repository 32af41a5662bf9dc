import { sum, times } from '#lib/money.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { addServiceMinutes, addWorkingDays, isOutOfHours } from '#lib/working-calendar.ts'
import { calledEnough as enoughCalls } from '#kernel/process/call-back.ts'
import type { ChargeLine, Due } from '#kernel/process/define.ts'
import { lastJoinedCalls } from '#kernel/process/joined.ts'
import type { Moment } from '#kernel/process/moment.ts'
import type { MaterialLine, PricedLine, RepairSlip } from './slip.ts'

/* The judgements of domain §2.4 and §3.4 as pure functions. All money in fen. */

type Priority = RepairSlip['priority']
type PerPriority = Readonly<Record<Priority, number>>

const danger =
  /冒烟|着火|火花|焦味|焦糊|燃气|煤气|漏气|触电|漏电|被困|困人|反锁|被锁|爆管|跑水|大量漏水|淹|停电|smoke|fire|spark|burning|gas leak|electric shock|trapped|locked in|stuck in|burst|flood|power cut|no power/i
const stopsWork =
  /不制冷|不制热|没冷气|不凉|不冷|不热|不亮|没电|断电|漏水|断网|不通|堵塞|堵了|跳闸|打不开门|门打不开|锁坏|leak|no light|no cooling|not cooling|too hot|blocked|no network|tripped|cannot open|locked out/i

/** What the desk is proposed; the assistant may set another. P1 danger, P2 stops the customer's work, P3 inconvenience. */
export function proposePriority(category: RepairSlip['category'], problem: string): Priority {
  if (danger.test(problem)) return 'P1'
  if (category === 'lift' || category === 'fire') return 'P2'
  return stopsWork.test(problem) ? 'P2' : 'P3'
}

/**
 * Who pays by the demarcation line of §3.4: common areas, base-building air-conditioning, lifts and fire protection are the
 * house's; elsewhere the assistant decides.
 */
export function proposeFreeReason(
  area: RepairSlip['area'],
  category: RepairSlip['category'],
): RepairSlip['freeReason'] {
  if (area === 'common') return 'commonPart'
  return category === 'airCon' || category === 'lift' || category === 'fire' ? 'commonPart' : null
}

export interface AskedLine {
  readonly code: string
  readonly quantity: string
  readonly second: boolean
}

/** Labour by the price list as it holds now; least quantities apply. Unknown codes are refused before by `refers`. */
export function priceLabour(lines: readonly AskedLine[], at: Moment): PricedLine[] {
  return lines.flatMap((line) => {
    const item = at.facts.price(line.code)
    if (!item) return []
    const unitFen = line.second && item.secondPriceFen !== null ? item.secondPriceFen : item.priceFen
    const quantity =
      item.minimum !== null && Number(item.minimum) > Number(line.quantity) ? item.minimum : line.quantity
    return [
      { code: item.code, name: item.nameZh, unit: item.unitZh, quantity, unitFen, amountFen: times(unitFen, quantity) },
    ]
  })
}

/** R44: a visit outside building hours costs once more. */
export function outOfHoursLine(visit: IsoInstant | null, at: Moment): PricedLine[] {
  if (
    visit === null ||
    !isOutOfHours(at.facts.calendar, visit, at.facts.parameter<readonly [string, string]>('calendar.building_hours'))
  )
    return []
  return priceLabour([{ code: 'R44', quantity: '1', second: false }], at)
}

export function priceMaterials(lines: readonly Omit<MaterialLine, 'amountFen'>[]): MaterialLine[] {
  return lines.map((line) => ({ ...line, amountFen: times(line.unitFen, line.quantity) }))
}

export const total = (lines: readonly { readonly amountFen: number }[]): number =>
  sum(lines.map((line) => line.amountFen))

/** The customer agreed to at least what is, or is about to be, charged (plan step 2, and again when the price rises). */
export function feeAgreed(slip: RepairSlip): boolean {
  if (slip.pricing === 'free') return true
  return (
    slip.quote !== null &&
    slip.consent !== null &&
    slip.consent.totalFen >= Math.max(slip.quote.totalFen, slip.totalFen)
  )
}

/** Everybody on the slip goes by appointment; only danger goes at once. */
export function appointmentMade(slip: RepairSlip): boolean {
  return slip.priority === 'P1' || (slip.appointmentStart !== null && slip.appointmentWith !== null)
}

export function accompanied(slip: RepairSlip): boolean {
  const required = slip.priority === 'P1' || slip.priority === 'P2' || slip.pricing === 'chargeable'
  return !required || slip.accompaniedBy !== null
}

/** Attempts before the last signature do not count. */
export const calledEnough = (slip: RepairSlip, at: Moment): boolean => enoughCalls(slip.callBacks, slip.signedAt, at)

/** Everybody who reported the same fault was called after the last signature, content or not. */
export const joinedCalled = (slip: RepairSlip, at: Moment): boolean =>
  lastJoinedCalls(slip, at, slip.signedAt).every((call) => call !== null)

/** What he complained about after the repair was brought to his satisfaction. */
export const complaintSettled = (at: Moment): boolean =>
  at.facts.linked.some((one) => one.way === 'down' && one.kind === 'raised' && one.shows['satisfied'] === true)

/** Lines of the bill, as the customer consented to them and the price list explains them. */
export function chargeLines(slip: RepairSlip, at: Moment): ChargeLine[] {
  if (slip.pricing === 'free') return []
  const taxRateBp = at.facts.parameter<number>('repair.vat_bp')
  const labour = slip.labour.map((line) => ({ item: line.code, description: line.name, line, kind: 'labour' as const }))
  const materials = slip.materials.map((line) => ({
    item: 'MAT',
    description: line.spec === '' ? line.name : `${line.name} ${line.spec}`,
    line,
    kind: 'material' as const,
  }))
  return [...labour, ...materials]
    .filter(({ line }) => line.amountFen > 0)
    .map(({ item, description, line, kind }) => ({
      item,
      description,
      quantity: line.quantity,
      unitPriceFen: line.unitFen,
      amountFen: line.amountFen,
      taxRateBp,
      explained: {
        kind,
        rule: 'quantity × unit price, half up to the fen',
        quantity: line.quantity,
        unitFen: line.unitFen,
        slip: at.facts.header.number,
        agreedFen: slip.consent?.totalFen ?? null,
      },
    }))
}

const wall = (from: IsoInstant, minutes: number): Due => ({ kind: 'WALL', at: plusMinutes(from, minutes) })
const of = (key: string, slip: RepairSlip, at: Moment): number => at.facts.parameter<PerPriority>(key)[slip.priority]

export function dispatchBy(slip: RepairSlip, started: IsoInstant, at: Moment): Due {
  const minutes = of('repair.dispatch_minutes', slip, at)
  const pressing = slip.priority === 'P1' || slip.priority === 'P2'
  return pressing
    ? wall(started, minutes)
    : { kind: 'SERVICE', at: addServiceMinutes(at.facts.calendar, started, minutes) }
}

export function acceptBy(slip: RepairSlip, started: IsoInstant, at: Moment): Due {
  const minutes = of('repair.accept_minutes', slip, at)
  return slip.priority === 'P4'
    ? { kind: 'SERVICE', at: addServiceMinutes(at.facts.calendar, started, minutes) }
    : wall(started, minutes)
}

/** P1 and P2 from acceptance; P3 within its minutes or by the appointment; P4 by the appointment. */
export function arriveBy(slip: RepairSlip, started: IsoInstant, at: Moment): Due | null {
  const minutes = of('repair.arrive_minutes', slip, at)
  if (slip.priority === 'P1' || slip.priority === 'P2') return wall(started, minutes)
  if (slip.appointmentEnd !== null && slip.appointmentWith !== null)
    return wall(slip.appointmentEnd, at.facts.parameter<number>('repair.appointment_tolerance_minutes'))
  return slip.priority === 'P3' ? wall(started, minutes) : null
}

/**
 * From the report, not from the dispatch; a rework counts from its own start. P4: working days after the appointment. P3 is
 * never due before the visit the customer himself asked for.
 */
export function finishBy(slip: RepairSlip, started: IsoInstant, at: Moment): Due | null {
  if (slip.priority === 'P4') {
    const from = slip.appointmentEnd
    return from === null
      ? null
      : {
          kind: 'WD',
          at: addWorkingDays(at.facts.calendar, from, at.facts.parameter<number>('repair.finish_working_days')),
        }
  }
  const due = wall(slip.reworks === 0 ? slip.reportedAt : started, of('repair.finish_minutes', slip, at))
  const agreed = slip.priority === 'P3' && slip.appointmentWith !== null ? slip.appointmentEnd : null
  if (agreed === null) return due
  const afterVisit = wall(agreed, at.facts.parameter<number>('repair.appointment_tolerance_minutes'))
  return afterVisit.at > due.at ? afterVisit : due
}

export function controlBy(slip: RepairSlip, at: Moment): Due | null {
  return slip.priority === 'P1' && slip.controlledAt === null
    ? wall(slip.reportedAt, at.facts.parameter<number>('repair.control_minutes'))
    : null
}

export function paperBy(slip: RepairSlip, started: IsoInstant, at: Moment): Due | null {
  return slip.calledThrough && slip.paperFollowedAt === null
    ? wall(started, at.facts.parameter<number>('repair.paper_minutes'))
    : null
}

export function receiptBy(slip: RepairSlip, at: Moment): Due | null {
  if (slip.carried === null || slip.carried.returnedAt !== null) return null
  return {
    kind: 'WD',
    at: addWorkingDays(
      at.facts.calendar,
      slip.carried.takenAt,
      at.facts.parameter<number>('repair.receipt_working_days'),
    ),
  }
}
