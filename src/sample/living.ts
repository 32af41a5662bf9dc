import type { StaffRole } from '#kernel/process/roles.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { agenda, type Agenda } from './agenda.ts'
import { instructionFor } from './sayings.ts'
import type { Slip, Step, Tale } from './tale.ts'

/*
 * Half a year lived through once more: every step of every tale in the order of its moment, each decided by the house's own
 * rules with that moment as now. Clocks that ran out climb their ladder, superiors answer.
 */

/** A case of a tale. */
export interface Case {
  readonly tale: Tale
  readonly process: string
  readonly id: string
  readonly number: string
  version: number
  /** the moment already noted at which a promise would be broken */
  watched: string
  /** escalations whose answer is already noted */
  readonly heard: Set<string>
}

export interface Raised {
  readonly id: string
  readonly cause: string
  readonly role: StaffRole
}

/** Where it happens: the house with its database, or the rules alone. */
export interface World {
  open(tale: Tale, step: Step, input: object | undefined): Promise<Pick<Case, 'id' | 'number'>>
  act(of: Case, step: Step, input: object | undefined): Promise<void>
  /** the cases opened out of this one just now */
  raised(
    of: Case,
    at: IsoInstant,
  ): Promise<readonly (Pick<Case, 'id' | 'number' | 'process'> & { department: string })[]>
  slip(of: Case): Promise<Slip>
  /** when the next promise of each would be broken, by the id of the case; missing where none is running */
  due(of: readonly Case[]): Promise<ReadonlyMap<string, IsoInstant>>
  climb(of: Case, at: IsoInstant): Promise<void>
  /** what went up just now and nobody has accepted */
  escalated(of: Case, at: IsoInstant): Promise<readonly Raised[]>
  accept(of: Case, raised: Raised, instruction: string, at: IsoInstant): Promise<void>
  /** told after each batch how far time has come, and how much was done */
  reached(at: IsoInstant, events: number): Promise<void>
}

/** A tale as it is being told. */
interface Telling {
  readonly tale: Tale
  readonly cases: Map<string, Case>
}

type Event =
  | { readonly kind: 'step'; readonly of: Telling; readonly step: Step }
  | { readonly kind: 'clock'; readonly of: Telling; readonly on: Case; readonly due: IsoInstant }
  | { readonly kind: 'answer'; readonly of: Telling; readonly on: Case; readonly raised: Raised }

export async function live(world: World, tales: readonly Tale[], now: IsoInstant): Promise<void> {
  const events = agenda<Event>()
  for (const tale of tales) goOn(events, { tale, cases: new Map() }, null)
  for (let batch = together(events, now); batch.length > 0; batch = together(events, now)) {
    const done = await Promise.allSettled(batch.map(({ at, what }) => happen(world, events, at, what)))
    const failed = done.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    await watch(
      world,
      events,
      done.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    )
    await world.reached(batch[0]?.at ?? now, batch.length)
  }
}

/** Steps that take a number of a series: one after the other, so that numbers follow the time. */
const numbered = new Set(['open', 'callBack', 'notReached', 'collect'])
const takesNumber = (event: Event): boolean =>
  event.kind === 'step' && (numbered.has(event.step.action) || event.step.raises === true)
const most = 8

/** What happens next, as far as it concerns different tales: while the database works for one, the next is thought out. */
function together(events: Agenda<Event>, now: IsoInstant): { readonly at: IsoInstant; readonly what: Event }[] {
  const batch: { readonly at: IsoInstant; readonly what: Event }[] = []
  for (;;) {
    const next = events.first()
    if (next === null || next.at > now || batch.length === most) return batch
    if (batch.some(({ what }) => what.of === next.what.of)) return batch
    // Whatever an earlier one leads to may take a number before this one.
    if (batch.length > 0 && takesNumber(next.what)) return batch
    events.next()
    batch.push(next)
  }
}

/** What happens next in this story. */
function goOn(events: Agenda<Event>, of: Telling, slip: Slip | null): void {
  const next = of.tale.story.next(slip)
  if (next.done !== true) events.note(next.value.at, { kind: 'step', of, step: next.value })
}

/** A case whose promises may have moved at that moment. */
interface Touched {
  readonly of: Telling
  readonly on: Case
  readonly at: IsoInstant
}

async function happen(world: World, events: Agenda<Event>, at: IsoInstant, event: Event): Promise<Touched[]> {
  const { of } = event
  if (event.kind === 'step') {
    const { step } = event
    const on = await take(world, of, step)
    const slip = step.reads ? await world.slip(on) : null
    if (step.goesUp) await hear(world, events, of, on, at)
    goOn(events, of, slip)
    const fresh = step.raises ? await welcome(world, of, on, at) : []
    return [on, ...fresh].map((one) => ({ of, on: one, at }))
  }
  const { on } = event
  if (event.kind === 'answer') {
    await world.accept(on, event.raised, instructionFor(on.process, event.raised.cause, of.tale.luck), at)
    return [{ of, on, at }]
  }
  if (on.watched !== event.due) return []
  on.watched = ''
  await world.climb(on, at)
  await hear(world, events, of, on, at)
  return [{ of, on, at }]
}

async function take(world: World, of: Telling, step: Step): Promise<Case> {
  const input = typeof step.input === 'function' ? step.input((key) => caseOf(of, key).number) : step.input
  const key = step.of ?? ''
  try {
    if (step.header === undefined) {
      const on = caseOf(of, key)
      await world.act(on, step, input)
      on.version += 1
      return on
    }
    const opened = await world.open(of.tale, step, input)
    return remember(of, key, { ...opened, process: of.tale.process })
  } catch (error) {
    const number = of.cases.get(key)?.number ?? 'a new case'
    throw new Error(
      `the sample’s ${step.action} by ${step.by.name} at ${step.at} on ${number} (${of.tale.process} ${key}) was refused`,
      { cause: error },
    )
  }
}

function caseOf(of: Telling, key: string): Case {
  const found = of.cases.get(key)
  if (found === undefined) throw new Error(`this ${of.tale.process} tells of an unknown case “${key}”`)
  return found
}

function remember(of: Telling, key: string, known: Pick<Case, 'id' | 'number' | 'process'>): Case {
  const { id, number, process } = known
  const on: Case = { tale: of.tale, process, id, number, version: 1, watched: '', heard: new Set() }
  of.cases.set(key, on)
  return on
}

/** The cases opened out of this one belong to the tale from now on; of two of a kind the later is meant. */
async function welcome(world: World, of: Telling, on: Case, at: IsoInstant): Promise<Case[]> {
  const raised = await world.raised(on, at)
  return raised.map((one) => remember(of, `${one.process}:${one.department}`, one))
}

/** Notes the moments at which the next promises of these cases would be broken. */
async function watch(world: World, events: Agenda<Event>, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return
  const next = await world.due(touched.map(({ on }) => on))
  for (const { of, on, at } of touched) {
    const due = next.get(on.id) ?? ''
    if (due === on.watched) continue
    on.watched = due
    if (due !== '') events.note(due > at ? due : at, { kind: 'clock', of, on, due })
  }
}

/** What was raised just now is answered by its superior some minutes later, unless it is one that lies open today. */
async function hear(world: World, events: Agenda<Event>, of: Telling, on: Case, at: IsoInstant): Promise<void> {
  for (const raised of await world.escalated(on, at)) {
    if (on.heard.has(raised.id) || !of.tale.heard(raised.cause, raised.role)) continue
    on.heard.add(raised.id)
    events.note(plusMinutes(at, of.tale.luck.between(3, 13)), { kind: 'answer', of, on, raised })
  }
}
