import type { Process } from '#kernel/process/define.ts'
import { findTaboo, type Hit } from '#kernel/phrases/check.ts'
import { outgoingTexts } from '#kernel/phrases/outgoing.ts'
import { firstTaboos } from '#kernel/phrases/seed.ts'
import { kernelParameters } from '#kernel/parameters/kernel.ts'
import type { Role } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'
import { complaint } from '#modules/complaint/process.ts'
import { correctiveAction } from '#modules/corrective-action/process.ts'
import { enquiry } from '#modules/enquiry/process.ts'
import { message } from '#modules/message/process.ts'
import { opinion } from '#modules/opinion/process.ts'
import { serviceSlip } from '#modules/service-slip/process.ts'
import { calendar } from '#test/moment.ts'
import type { Contact, Tenant } from './customers.ts'
import { live } from './living.ts'
import { members, type Staff } from './people.ts'
import { chance } from './random.ts'
import { rehearsal, type Rehearsed } from './rehearsal.ts'
import type { Stage, Tale } from './tale.ts'

/* Plays tales of the sample without a database, for tests: forty companies, the house’s own staff. */

/** Moments at which somebody may start the house for the first time. */
export const moments: readonly (readonly [string, IsoInstant])[] = [
  ['Tuesday afternoon', '2026-11-24T06:40:00.000Z'],
  ['Monday early', '2026-11-23T00:31:00.000Z'],
  ['Friday at closing', '2026-11-20T09:58:00.000Z'],
  ['Wednesday evening', '2026-11-25T12:20:00.000Z'],
  ['Saturday noon', '2026-11-21T04:00:00.000Z'],
  ['Sunday night', '2026-11-22T15:10:00.000Z'],
  ['three in the night', '2026-06-10T19:00:00.000Z'],
  ['a minute after midnight', '2026-11-24T16:01:00.000Z'],
  ['in the National Day week', '2026-10-05T08:00:00.000Z'],
  ['a worked Saturday', '2026-10-10T02:10:00.000Z'],
  ['New Year', '2027-01-01T03:00:00.000Z'],
]

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const staff: Staff = new Map(
  members.map(({ name, roles }, at) => [
    name,
    { kind: 'staff', id: id(at + 1), name, roles, customerId: null, guestTokenHash: null },
  ]),
)
const assistants = ['陆思远', '苏瑾', '韩宁', '江一帆', '白露']

const tenants: readonly Tenant[] = Array.from({ length: 40 }, (_, at): Tenant => {
  const assistant = staff.get(assistants[at % assistants.length] ?? '')
  if (assistant === undefined) throw new Error('no assistant')
  const person = (n: number, roles: readonly Role[]): Contact => ({
    id: id(1000 + at * 10 + n),
    name: `contact ${at}.${n}`,
    phone: '199-0000-1001',
    authorised: n === 0,
    actor:
      roles.length === 0
        ? null
        : {
            kind: 'customer',
            id: id(1000 + at * 10 + n),
            name: `contact ${at}.${n}`,
            roles,
            customerId: id(500 + at),
            guestTokenHash: null,
          },
  })
  return {
    code: `T${String(at + 1).padStart(3, '0')}`,
    name: `company ${at}`,
    id: id(500 + at),
    assistant,
    units: [{ code: at % 3 === 2 ? '2-0805' : '1-0805', id: id(at % 3 === 2 ? 602 : 601) }],
    starts: '2024-01-01',
    headcount: 30,
    monthly: true,
    people: [person(0, ['TADM']), person(1, ['TUSR']), person(2, [])],
  }
})

const processes: readonly Process[] = [complaint, correctiveAction, enquiry, message, opinion, serviceSlip]
const parameters = Object.fromEntries(
  [...kernelParameters, ...processes.flatMap((one) => one.parameters)].map(({ key, default: value }) => [key, value]),
)

export interface Played {
  readonly cases: readonly Rehearsed[]
  /** what a rule said to the first step it refused */
  readonly refused: string | null
}

export async function play(now: IsoInstant, tell: (stage: Stage) => readonly Tale[]): Promise<Played> {
  const buildingOf = (unitId: string | null) => (unitId === null ? '' : unitId === id(602) ? '2' : '1')
  const ownerOf = (customerId: string | null) => tenants.find((one) => one.id === customerId)?.assistant.id ?? null
  const { world, cases } = rehearsal({ processes, staff, calendar, parameters, buildingOf, ownerOf })
  let refused: string | null = null
  try {
    await live(world, tell({ staff, tenants, calendar, now, luck: chance(`test ${now}`) }), now)
  } catch (error) {
    refused = error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error)
  }
  return { cases: [...cases.values()], refused }
}

/** Promises whose time has passed and that are still open. */
export const unkept = (
  cases: readonly Rehearsed[],
  now: IsoInstant,
): { readonly of: Rehearsed; readonly clock: string }[] =>
  cases.flatMap((of) =>
    of.promises.flatMap(({ met, due, clock }) => (met === null && due < now ? [{ of, clock }] : [])),
  )

/** Every text that went out, with what of it the house does not say. */
export function saidToCustomers(
  cases: readonly Rehearsed[],
): { readonly text: string; readonly hits: readonly Hit[] }[] {
  return cases.flatMap(({ process, inputs }) =>
    inputs.flatMap(({ action, input }) => {
      const schema = action === 'open' ? process.opens.input : process.actions[action]?.input
      return outgoingTexts(schema, input).map(({ text }) => ({ text, hits: findTaboo(text, firstTaboos) }))
    }),
  )
}
