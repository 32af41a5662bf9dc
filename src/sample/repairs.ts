import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { Taken } from '#kernel/files/server/take.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { act } from '#kernel/process/server/act.ts'
import { acceptEscalation } from '#kernel/process/server/acceptance.ts'
import { climbWithin, moduleOf } from '#kernel/process/server/clock.ts'
import { open } from '#kernel/process/server/open.ts'
import { readSlip } from '#kernel/process/server/slip-rows.ts'
import type { StaffRole } from '#kernel/process/roles.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import type { RepairSlip } from '#modules/repair/slip.ts'
import { agenda, type Agenda } from './agenda.ts'
import { type Staff, staffWith } from './people.ts'
import type { Plan } from './plans.ts'
import { instructions } from './sayings.ts'
import { type Scene, sceneOf, type Step, type Story } from './scene.ts'
import { fileSignature } from './signatures.ts'
import { story } from './story.ts'

/*
 * Half a year of repairs, lived through once more: every step of every slip in the order of its moment, each decided by the
 * house's own rules with that moment as now. Clocks that ran out climb their ladder, superiors answer.
 */

interface Case {
  readonly scene: Scene
  readonly story: Story
  id: string
  number: string
  /** the moment already noted at which a promise would be broken */
  watched: string
  version: number
  /** escalations whose answer is already noted */
  readonly heard: Set<string>
}

type Event =
  | { readonly kind: 'step'; readonly of: Case; readonly step: Step }
  | { readonly kind: 'clock'; readonly of: Case; readonly due: IsoInstant }
  | {
      readonly kind: 'answer'
      readonly of: Case
      readonly escalation: string
      readonly cause: string
      readonly role: StaffRole
    }

export interface Living {
  readonly house: House
  readonly staff: Staff
  readonly plans: readonly Plan[]
  readonly signatures: readonly Taken[]
  readonly now: IsoInstant
  /** told after each step how far time has come */
  readonly each: (at: IsoInstant) => void
}

export async function putRepairs(tx: Tx, living: Living): Promise<void> {
  const { house, staff, plans, now } = living
  const module = moduleOf(house, 'repair')
  if (module === undefined) throw new Error('the house has no repairs')
  const calendar = house.rulebook.calendar()
  const events = agenda<Event>()
  for (const plan of plans) {
    const scene = sceneOf(plan, staff, calendar, now)
    const of: Case = { scene, story: story(scene), id: '', number: '', watched: '', version: 0, heard: new Set() }
    goOn(events, of, null)
  }
  let steps = 0
  for (let batch = together(events, now); batch.length > 0; batch = together(events, now)) {
    // A plan made while the tables were nearly empty is a bad plan soon after.
    if (Math.floor(steps / replan) < Math.floor((steps += batch.length) / replan)) await sql`discard plans`.execute(tx)
    const done = await Promise.allSettled(batch.map(({ at, what }) => happen(tx, living, module, events, at, what)))
    const failed = done.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    living.each(batch[0]?.at ?? now)
  }
}

/** Steps that take a number of a series: one after the other, so that numbers follow the time. */
const numbered = new Set(['open', 'callBack', 'notReached', 'collect'])
const takesNumber = (event: Event): boolean => event.kind === 'step' && numbered.has(event.step.action)
const most = 8

const replan = 400

/** What happens next, as far as it concerns different slips: while the database works for one, the next is thought out. */
function together(events: Agenda<Event>, now: IsoInstant): { readonly at: IsoInstant; readonly what: Event }[] {
  const batch: { readonly at: IsoInstant; readonly what: Event }[] = []
  for (;;) {
    const next = events.first()
    if (next === null || next.at > now || batch.length === most) return batch
    if (batch.some(({ what }) => what.of === next.what.of)) return batch
    if (batch.length > 0 && takesNumber(next.what)) return batch
    events.next()
    batch.push(next)
    if (takesNumber(next.what)) return batch
  }
}

/** What happens next in this story. */
function goOn(events: Agenda<Event>, of: Case, slip: RepairSlip | null): void {
  const next = of.story.next(slip)
  if (next.done !== true) events.note(next.value.at, { kind: 'step', of, step: next.value })
}

async function happen(
  tx: Tx,
  living: Living,
  module: LoadedModule,
  events: Agenda<Event>,
  at: IsoInstant,
  event: Event,
): Promise<void> {
  const { of } = event
  if (event.kind === 'step') {
    await take(tx, living, module, of, event.step)
    const slip = event.step.reads ? ((await readSlip(tx, module.process, of.id)) as RepairSlip) : null
    if (event.step.action === 'reject' || event.step.action === 'reopen') await hear(tx, events, of, at)
    goOn(events, of, slip)
    await watch(tx, events, of, at)
  } else if (event.kind === 'clock') {
    if (of.watched !== event.due) return
    of.watched = ''
    await climb(tx, living, of, at)
    await hear(tx, events, of, at)
    await watch(tx, events, of, at)
  } else {
    const by = staffWith(living.staff, event.role)
    const said = of.scene.plan.luck.pick(instructions[event.cause.split(':')[0] ?? ''] ?? ['立即处理'])
    await acceptEscalation(tx, living.house, event.escalation, said, by, at)
  }
}

async function take(tx: Tx, { house, signatures }: Living, module: LoadedModule, of: Case, step: Step): Promise<void> {
  const { at, by, action } = step
  const input =
    step.signature === true
      ? { ...step.input, signatureFile: await fileSignature(tx, of.scene.plan.luck.pick(signatures), by, at) }
      : step.input
  try {
    if (step.header === undefined) {
      await act(tx, house, module, { number: of.number, action, input, version: of.version }, by, at)
      of.version += 1
      return
    }
    const { number } = await open(tx, house, module, { header: step.header, input }, by, at)
    const record = await tx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirstOrThrow()
    Object.assign(of, { id: record.id, number, version: 1 })
  } catch (error) {
    throw new Error(`the sample’s ${action} by ${by.name} at ${at} on ${of.number || 'a new slip'} was refused`, {
      cause: error,
    })
  }
}

/** Notes the moment at which the next promise of this case would be broken. */
async function watch(tx: Tx, events: Agenda<Event>, of: Case, at: IsoInstant): Promise<void> {
  const standing = await tx
    .selectFrom('deadlines')
    .select(['next_at', 'met_at', 'paused_at'])
    .where('case_id', '=', of.id)
    .execute()
  const running = standing.filter((row) => row.met_at === null && row.paused_at === null)
  const due = running.flatMap((row) => row.next_at ?? []).toSorted()[0] ?? ''
  if (due === of.watched) return
  of.watched = due
  if (due !== '') events.note(due > at ? due : at, { kind: 'clock', of, due })
}

async function climb(tx: Tx, { house }: Living, of: Case, at: IsoInstant): Promise<void> {
  const late = await tx
    .selectFrom('deadlines')
    .select(['case_id', 'clock', 'round'])
    .where('case_id', '=', of.id)
    .where('met_at', 'is', null)
    .where('paused_at', 'is', null)
    .where('next_at', '<=', at)
    .execute()
  for (const promise of late) await climbWithin(tx, house, promise, at)
}

/** What was raised just now is answered by its superior some minutes later, unless it is one that lies open today. */
async function hear(tx: Tx, events: Agenda<Event>, of: Case, at: IsoInstant): Promise<void> {
  const { luck, standing } = of.scene.plan
  if (standing?.unheard === true) return
  const raised = await tx
    .selectFrom('escalations')
    .select(['id', 'cause', 'role'])
    .where('case_id', '=', of.id)
    .where('accepted_at', 'is', null)
    .where('raised_at', '=', at)
    .execute()
  for (const { id, cause, role } of raised) {
    if (of.heard.has(id)) continue
    of.heard.add(id)
    const answered = plusMinutes(at, luck.between(3, 13))
    events.note(answered, { kind: 'answer', of, escalation: id, cause, role: role as StaffRole })
  }
}
