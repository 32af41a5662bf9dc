import { decide, decideOpening, type Decision, type Slip } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { LinkedCase, Moment } from '#kernel/process/moment.ts'
import type { EscalationFact } from '#kernel/process/moment.ts'
import { type Actor, theClock } from '#kernel/process/roles.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { momentOf } from '#test/moment.ts'
import type { Case, Raised, World } from './living.ts'
import { type Staff, staffWith } from './people.ts'
import type { Step, Tale } from './tale.ts'

/* The sample against the rules alone: cases, links, promises and ladders kept in memory, for tests. */

interface Promised {
  readonly clock: string
  readonly round: number
  readonly started: IsoInstant
  due: IsoInstant
  step: number
  next: IsoInstant | null
  met: IsoInstant | null
}

export interface Rehearsed {
  readonly id: string
  readonly process: Process
  readonly number: string
  readonly tale: Tale
  readonly openedAt: IsoInstant
  readonly customerId: string | null
  readonly unitId: string | null
  readonly openedBy: string | null
  readonly ownerId: string | null
  readonly links: { readonly kind: LinkedCase['kind']; readonly way: LinkedCase['way']; readonly id: string }[]
  readonly escalations: (EscalationFact & {
    readonly id: string
    readonly cause: string
    acceptedAt: IsoInstant | null
  })[]
  readonly promises: Promised[]
  /** texts that reached a customer come from these inputs */
  readonly inputs: { readonly action: string; readonly input: unknown }[]
  state: string
  slip: Slip
}

interface Setting {
  readonly processes: readonly Process[]
  readonly staff: Staff
  readonly calendar: Moment['facts']['calendar']
  readonly parameters: Readonly<Record<string, unknown>>
  readonly buildingOf: (unitId: string | null) => string
  readonly ownerOf: (customerId: string | null) => string | null
}

export function rehearsal(setting: Setting): { readonly world: World; readonly cases: ReadonlyMap<string, Rehearsed> } {
  const cases = new Map<string, Rehearsed>()
  const processOf = (name: string): Process => {
    const found = setting.processes.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no process ${name}`)
    return found
  }
  const known = (id: string): Rehearsed => {
    const found = cases.get(id)
    if (found === undefined) throw new Error(`no case ${id}`)
    return found
  }

  const linkedOf = (of: Pick<Rehearsed, 'links'>): LinkedCase[] =>
    of.links.map(({ kind, way, id }) => {
      const { process, number, state, slip, customerId, openedAt } = known(id)
      const final = process.states[state]?.final === true
      const shows = process.shows?.(slip) ?? {}
      return {
        kind,
        way,
        process: process.name,
        number,
        title: '',
        state,
        final,
        customerId,
        openedAt,
        closedAt: null,
        shows,
      }
    })

  const momentAt = (now: IsoInstant, actor: Actor, of: Omit<Rehearsed, 'state' | 'slip'>, category: string) => {
    const { process, number, customerId, unitId, openedAt } = of
    const days = process.recent === undefined ? 0 : Number(setting.parameters[process.recent])
    const since = plusMinutes(now, -1440 * days)
    const recent = [...cases.values()].filter(
      (one) =>
        one.process === process &&
        one.number !== number &&
        one.openedAt >= since &&
        process.category?.(one.slip) === category,
    )
    const { openedBy, ownerId } = of
    const header = { number, customerId, unitId, contactId: null, openedBy, openedAt, ownerId, assigneeId: null }
    const facts = {
      header,
      number: 'HF-2026-0001',
      linked: linkedOf(of),
      escalations: of.escalations,
      recent:
        process.recent === undefined ? [] : recent.map((one) => ({ ...one, building: setting.buildingOf(one.unitId) })),
      building: setting.buildingOf(unitId),
      calendar: setting.calendar,
      nameOf: () => 'somebody',
    }
    return momentOf({ now, actor, facts, parameters: setting.parameters })
  }
  const categoryOf = ({ process, slip }: Rehearsed): string => process.category?.(slip) ?? ''

  const open = (
    tale: Tale,
    process: Process,
    at: { readonly now: IsoInstant; readonly by: Actor },
    asked: {
      readonly customerId: string | null
      readonly unitId: string | null
      readonly input: unknown
      readonly parent?: string
    },
  ): Rehearsed => {
    const id = `case ${cases.size + 1}`
    const fresh = {
      id,
      process,
      number: `${process.number}-2026-${String(cases.size + 1).padStart(4, '0')}`,
      tale,
      openedAt: at.now,
      customerId: asked.customerId,
      unitId: asked.unitId,
      openedBy: at.by.id,
      ownerId: setting.ownerOf(asked.customerId),
      links: asked.parent === undefined ? [] : [{ kind: 'raised', way: 'up', id: asked.parent } as const],
      escalations: [],
      promises: [],
      inputs: [{ action: 'open', input: asked.input }],
    } satisfies Omit<Rehearsed, 'state' | 'slip'>
    const first = decideOpening(process, asked.input, momentAt(at.now, at.by, fresh, ''))
    if ('why' in first) throw new Error(JSON.stringify(first))
    const opening = decideOpening(
      process,
      asked.input,
      momentAt(at.now, at.by, fresh, process.category?.(first.slip) ?? ''),
    )
    if ('why' in opening) throw new Error(JSON.stringify(opening))
    if (asked.customerId === null && !opening.customerFree) throw new Error('needs a customer')
    const made: Rehearsed = { ...fresh, links: [...fresh.links], state: opening.in, slip: opening.slip }
    cases.set(id, made)
    if (asked.parent !== undefined) known(asked.parent).links.push({ kind: 'raised', way: 'down', id })
    keep(made, at.now, at.by)
    return made
  }

  /** As keepClocks() does it; none of these procedures ever rests. */
  const keep = (of: Rehearsed, now: IsoInstant, actor: Actor): void => {
    const at: Moment = { ...momentAt(now, actor, of, categoryOf(of)), role: actor.roles[0] ?? 'CLOCK' }
    for (const [name, clock] of Object.entries(of.process.clocks)) {
      const rounds = of.promises.filter((one) => one.clock === name)
      const running = rounds.find((one) => one.met === null)
      const due = list(clock.runs).includes(of.state) ? clock.due(of.slip, running?.started ?? now, at) : null
      if (due === null) {
        if (running) Object.assign(running, { met: now, next: null })
        continue
      }
      const nextOf = (step: number) => {
        const one = clock.late[step]
        return one === undefined ? null : plusMinutes(due.at, one.minutes)
      }
      if (running) Object.assign(running, { due: due.at, next: nextOf(running.step) })
      else
        of.promises.push({
          clock: name,
          round: rounds.length + 1,
          started: now,
          due: due.at,
          step: 0,
          next: nextOf(0),
          met: null,
        })
    }
  }

  const raise = (of: Rehearsed, cause: string, role: string, level: number, at: IsoInstant): void => {
    if (of.escalations.some((one) => one.cause === cause && one.role === role)) return
    of.escalations.push({ id: `${of.number} ${cause} ${role}`, cause, role, level, raisedAt: at, acceptedAt: null })
  }

  const settle = (of: Rehearsed, step: Step, decision: Decision): void => {
    of.slip = decision.slip
    of.state = decision.to
    keep(of, step.at, step.by)
    if (decision.escalates)
      raise(of, decision.escalates.cause, decision.escalates.role, decision.escalates.level, step.at)
    if (decision.joins !== null) {
      const target = [...cases.values()].find((one) => one.number === decision.joins)
      if (target === undefined || target.process.states[target.state]?.final) throw new Error('not joinable')
      target.links.push({ kind: 'joined', way: 'down', id: of.id })
      of.links.push({ kind: 'joined', way: 'up', id: target.id })
    }
    const { customerId, unitId } = of
    for (const { process, input } of decision.raises)
      open(of.tale, processOf(process), { now: step.at, by: step.by }, { customerId, unitId, input, parent: of.id })
  }

  const asked = (step: Step, input: object | undefined) => ({
    ...input,
    ...(step.signature ? { signatureFile: pictured } : {}),
    ...(step.proof ? { proof: [pictured] } : {}),
  })

  const world: World = {
    async open(tale, step, input) {
      const { customerId = null, unitId = null } = step.header ?? {}
      const made = open(
        tale,
        processOf(tale.process),
        { now: step.at, by: step.by },
        { customerId, unitId, input: asked(step, input) },
      )
      return { id: made.id, number: made.number }
    },
    async act(on, step, input) {
      const of = known(on.id)
      const given = Object.keys(asked(step, input)).length === 0 && input === undefined ? undefined : asked(step, input)
      of.inputs.push({ action: step.action, input: given })
      const decision = decide(of.process, of, step.action, given, momentAt(step.at, step.by, of, categoryOf(of)))
      if ('why' in decision) throw new Error(`in ${of.state}: ${JSON.stringify(decision)}`)
      settle(of, step, decision)
    },
    async raised(on, at) {
      const below = known(on.id).links.filter(
        ({ kind, way, id }) => kind === 'raised' && way === 'down' && known(id).openedAt === at,
      )
      return below.map(({ id }) => {
        const { process, number, slip } = known(id)
        return { id, number, process: process.name, department: process.departments?.(slip)[0] ?? '' }
      })
    },
    slip: async (on) => known(on.id).slip,
    async due(on) {
      return new Map(on.flatMap(({ id }) => nextOf(known(id)).map((next) => [id, next] as const)))
    },
    async climb(on, at) {
      const of = known(on.id)
      for (const promise of of.promises.filter((one) => one.met === null && one.next !== null && one.next <= at)) {
        const step = of.process.clocks[promise.clock]?.late[promise.step]
        const moment: Moment = { ...momentAt(at, theClock, of, categoryOf(of)), role: 'CLOCK' }
        const cause = promise.round === 1 ? promise.clock : `${promise.clock}:${promise.round}`
        if (step && (step.when === undefined || step.when(of.slip, moment))) raise(of, cause, step.role, step.level, at)
        const after = of.process.clocks[promise.clock]?.late[promise.step + 1]
        promise.step += 1
        promise.next = after === undefined ? null : plusMinutes(promise.due, after.minutes)
        if (!of.process.states[of.state]?.final) keep(of, at, theClock)
      }
    },
    async escalated(on, at) {
      const raised = known(on.id).escalations.filter((one) => one.acceptedAt === null && one.raisedAt === at)
      return raised.map(({ id, cause, role }) => ({ id, cause, role: role as Raised['role'] }))
    },
    async accept(on: Case, raised, _instruction, at) {
      const of = known(on.id)
      const found = of.escalations.find((one) => one.id === raised.id)
      if (found) found.acceptedAt = at
      if (!of.process.states[of.state]?.final) keep(of, at, staffWith(setting.staff, raised.role))
    },
    async reached() {},
  }
  return { world, cases }
}

const pictured = '00000000-0000-4000-8000-000000000001'

const nextOf = ({ promises }: Rehearsed): IsoInstant[] =>
  promises
    .flatMap((one) => (one.met === null ? (one.next ?? []) : []))
    .toSorted()
    .slice(0, 1)
