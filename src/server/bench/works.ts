/** What is measured: each piece of work through the house's own code, in process, as the route would do it. */
import { dateOf } from '#lib/show-time.ts'
import { plusMinutes } from '#lib/time.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { search } from '#kernel/premises/server/search.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { act } from '#kernel/process/server/act.ts'
import { caseView } from '#kernel/process/server/case-view.ts'
import { open } from '#kernel/process/server/open.ts'
import { queue } from '#kernel/process/server/queue.ts'
import { register } from '#kernel/process/server/register.ts'
import type { Building } from './building.ts'
import { details, places, problems } from './phrases.ts'

/** Reading first: what opening adds would lengthen the queues. */
export const kinds = ['list', 'case page', 'search', 'queue', 'open', 'move'] as const
export type Kind = (typeof kinds)[number]
export type Works = Readonly<Record<Kind, (client: number) => Promise<unknown>>>

/** What the readings ask for, the same on both sides. */
export interface Targets {
  /** numbers of slips from all over the history */
  readonly numbers: readonly string[]
  /** words of two signs and more, some of them in every third slip, some in one of thousands */
  readonly words: readonly string[]
}

export const turn = <T>(list: readonly T[]): (() => T) => {
  let at = 0
  return () => {
    const one = list[at++ % list.length]
    if (one === undefined) throw new Error('nothing to take turns with')
    return one
  }
}

export function works(house: House, module: LoadedModule, building: Building, targets: Targets): Works {
  const clerks = turn(building.staff.CSA ?? [])
  const lets = turn(building.lets)
  const number = turn(targets.numbers)
  const word = turn(targets.words)
  const said = turn(problems)
  const detail = turn(details)
  const place = turn(places)
  /** slips opened and not moved yet */
  const waiting: string[] = []

  const as = <T>(actor: Actor, work: Parameters<typeof house.database.as<T>>[1]) => house.database.as(actor, work)

  async function take(): Promise<string> {
    const clerk = clerks()
    const unit = lets()
    const now = house.now()
    const header = { customerId: unit.customerId, unitId: unit.id, contactId: unit.contactId }
    const input = {
      channel: 'phone',
      area: 'customer',
      location: place(),
      category: 'airCon',
      problem: `${said()},${detail()}`,
      priority: 'P3',
      pricing: 'free',
      freeReason: 'warranty',
      reporterName: clerk.name,
      reporterPhone: '19900001234',
      appointmentStart: plusMinutes(now, 120),
      appointmentEnd: plusMinutes(now, 180),
    }
    const opened = await as(clerk, (tx) => open(tx, house, module, { header, input }, clerk))
    return opened.number
  }

  async function move(): Promise<void> {
    const clerk = clerks()
    const wanted = waiting.pop() ?? (await take())
    await as(clerk, (tx) => act(tx, house, module, { number: wanted, action: 'deliver', input: {}, version: 1 }, clerk))
  }

  return {
    open: async () => void waiting.push(await take()),
    move,
    list: () => {
      const clerk = clerks()
      return as(clerk, (tx) => register(tx, house, module, {}, clerk))
    },
    'case page': () => {
      const clerk = clerks()
      return as(clerk, (tx) => caseView(tx, house, module, number(), clerk))
    },
    search: () => {
      const clerk = clerks()
      return as(clerk, (tx) => search(tx, clerk, house.modules, word(), dateOf(house.now())))
    },
    queue: () => {
      const clerk = clerks()
      return as(clerk, (tx) => queue(tx, house, clerk, 'mine'))
    },
  }
}
