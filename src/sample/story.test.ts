import { describe, expect, test } from 'vitest'
import { decide, decideOpening, type Slip } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import type { CopyFact } from '#kernel/process/moment.ts'
import type { IsoInstant } from '#lib/time.ts'
import { repair as definition } from '#modules/repair/process.ts'
import type { RepairSlip } from '#modules/repair/slip.ts'
import { calendar, momentOf } from '#test/moment.ts'
import type { Contact, Tenant } from './customers.ts'
import { members, type Staff } from './people.ts'
import { type Plan, plansFor } from './plans.ts'
import { problems } from './problems.ts'
import { chance } from './random.ts'
import { sceneOf } from './scene.ts'
import { story } from './story.ts'
import type { Step } from './tale.ts'

/* The stories of the sample against the rules alone, at many moments: none may tell what the house would refuse. */

const process: Process = definition
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const staff: Staff = new Map(
  members.map(({ name, roles }, at) => [
    name,
    { kind: 'staff', id: id(at + 1), name, roles, customerId: null, guestTokenHash: null },
  ]),
)

const tenants: readonly Tenant[] = Array.from({ length: 12 }, (_, at): Tenant => {
  const assistant = staff.get('苏瑾')
  if (assistant === undefined) throw new Error('no assistant')
  const person = (n: number, role: 'TADM' | 'TUSR' | null): Contact => ({
    id: id(1000 + at * 10 + n),
    name: `contact ${at}.${n}`,
    phone: '199-0000-1001',
    authorised: n === 0,
    actor:
      role === null
        ? null
        : {
            kind: 'customer',
            id: id(1000 + at * 10 + n),
            name: `contact ${at}.${n}`,
            roles: [role],
            customerId: id(500 + at),
            guestTokenHash: null,
          },
  })
  return {
    code: `T${String(at + 1).padStart(3, '0')}`,
    name: `company ${at}`,
    id: id(500 + at),
    assistant,
    units: [{ code: '1-0805', id: id(600 + at) }],
    starts: '2024-01-01',
    headcount: 30,
    monthly: at % 3 > 0,
    people: [person(0, 'TADM'), person(1, 'TUSR'), person(2, null)],
  }
})

interface Told {
  readonly plan: Plan
  readonly state: string
  readonly refused: string | null
  readonly overdue: boolean
}

function tellAll(now: IsoInstant, count: number): Told[] {
  const plans = plansFor({ count, tenants, calendar, now, luck: chance(`test ${now}`) })
  return plans.map((plan) => tell(plan, now))
}

/** The story as far as it has come by now, and whether one of its promises is broken. */
function tell(plan: Plan, now: IsoInstant): Told {
  const telling = story(sceneOf(plan, staff, calendar, now))
  let [state, slip, copies]: [string, Slip, readonly CopyFact[]] = ['', {}, []]
  let [charged, unpaid] = [0, 0]
  const started = new Map<string, IsoInstant>()
  const due = new Map<string, IsoInstant>()
  let next = telling.next(null)
  while (next.done !== true && next.value.at <= now) {
    const step: Step = next.value
    const facts = {
      charged,
      unpaid,
      copies,
      number: 'HF-2026-0001',
      nameOf: () => 'somebody',
      monthlyBilling: plan.tenant?.monthly ?? false,
      calendar,
    }
    const moment = momentOf({ now: step.at, actor: step.by, facts })
    const input = step.signature === true ? { ...step.input, signatureFile: id(1) } : step.input
    const first =
      step.action === 'open'
        ? decideOpening(process, input, moment)
        : decide(process, { state, slip }, step.action, input, moment)
    if ('why' in first)
      return { plan, state, refused: `${step.action} in ${state}: ${JSON.stringify(first)}`, overdue: false }
    slip = first.slip
    if ('to' in first) {
      state = first.to
      const billed = first.charges.reduce((sum, line) => sum + line.amountFen, 0)
      charged += billed
      unpaid = first.collects === null ? unpaid + billed : 0
      if (first.collects !== null && first.collects.amountFen !== charged)
        return { plan, state, refused: 'another amount collected', overdue: false }
      if (first.prints.includes('slip') && copies.length === 0)
        copies = ['desk', 'engineering', 'finance', 'customer'].map((goesTo, at) => ({
          form: 'F-30',
          copy: at + 1,
          goesTo,
          handedTo: null,
        }))
      for (const hand of first.hands) {
        copies = copies.map((copy) =>
          copy.copy === hand.copy && copy.handedTo === null ? { ...copy, handedTo: hand.to } : copy,
        )
      }
    } else state = list(process.opens.in)[0] ?? ''
    promise(state, slip, { ...moment, role: first.role }, started, due)
    next = telling.next(step.reads ? (slip as RepairSlip) : null)
  }
  return { plan, state, refused: null, overdue: [...due.values()].some((at) => at < now) }
}

/** What the kernel's clocks would say; a suspended case promises nothing. */
function promise(
  state: string,
  slip: Slip,
  at: Moment,
  started: Map<string, IsoInstant>,
  due: Map<string, IsoInstant>,
): void {
  for (const [name, clock] of Object.entries(process.clocks)) {
    const from = started.get(name) ?? at.now
    const end = list(clock.runs).includes(state) ? clock.due(slip, from, at) : null
    due.delete(name)
    if (!list(clock.runs).includes(state) && !list(clock.rests).includes(state)) started.delete(name)
    if (end === null) continue
    started.set(name, from)
    due.set(name, end.at)
  }
}

describe('the stories of the sample', () => {
  test('tell of at least 120 different faults', () =>
    expect(new Set(problems.map(({ text }) => text)).size).toBeGreaterThanOrEqual(120))

  test('of every kind, and every step of the list that is charged exists', () => {
    expect(new Set(problems.map(({ category }) => category)).size).toBe(11)
    const codes = new Set(problems.flatMap(({ lines }) => lines.map(({ code }) => code)))
    expect([...codes].filter((code) => momentOf().facts.price(code) === null)).toEqual([])
  })

  test.each([
    ['Tuesday afternoon', '2026-11-24T06:40:00.000Z'],
    ['Monday early', '2026-11-23T00:31:00.000Z'],
    ['Friday at closing', '2026-11-20T09:58:00.000Z'],
    ['Saturday noon', '2026-11-21T04:00:00.000Z'],
    ['Sunday night', '2026-11-22T15:10:00.000Z'],
    ['three in the night', '2026-06-10T19:00:00.000Z'],
    ['in the National Day week', '2026-10-05T08:00:00.000Z'],
    ['New Year', '2027-01-01T03:00:00.000Z'],
  ])(
    'are accepted by the rules, with the mix of §12.5: %s',
    (_when, now) => {
      const told = tellAll(now, 900)
      expect(told.flatMap(({ refused }) => refused ?? [])).toEqual([])
      const open = told.filter(({ state }) => !['archived', 'cancelled', 'declined'].includes(state))
      expect(open.length).toBeGreaterThanOrEqual(72)
      expect(open.length).toBeLessThanOrEqual(90)
      expect(
        told
          .filter(({ overdue }) => overdue)
          .map(({ plan, state }) => plan.standing?.state ?? [plan.at, state, plan.late, plan.priority].join(' '))
          .toSorted(),
      ).toEqual(['delivered', 'signed', 'working'])
      expect(told.filter(({ state }) => state === 'suspended')).toHaveLength(1)
      expect(told.filter(({ state }) => state === 'rework')).toHaveLength(1)
      expect(told.filter(({ plan }) => plan.chargeable)).toHaveLength(198)
      expect(told.filter(({ plan }) => plan.priority === 'P3')).toHaveLength(315)
      expect(told.filter(({ plan }) => plan.priority === 'P1')).toHaveLength(45)
      const stands = open.filter(({ plan, state }) => plan.standing !== null && plan.standing.state !== state)
      expect(stands.map(({ plan, state }) => `${plan.standing?.state} ${state}`)).toEqual([])
    },
    60_000,
  )
})
