import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { announce } from '#kernel/outbox/server/tell.ts'
import { type Told, tell } from '#kernel/outbox/server/tell.ts'
import type { Audience } from '../define.ts'
import { type Actor, type Department, headOf } from '../roles.ts'
import { peopleBehind } from './links.ts'

interface About {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly priority: number | null
  readonly customer_id: string | null
  readonly departments: readonly Department[]
}

/** Puts who is to hear into the outbox and wakes the screens that show this case. Nobody is told of his own act. */
export async function tellAbout(
  tx: Tx,
  module: LoadedModule,
  about: About,
  people: { readonly owner: string | null; readonly opener: string | null; readonly crew: readonly string[] },
  told: {
    readonly event: string
    readonly tells: readonly Audience[]
    readonly actor: Actor
    readonly at: IsoInstant
    readonly what: 'opened' | 'moved' | 'written'
    /** false: it was raised from no other case, and nobody need be looked for */
    readonly raised: boolean
  },
): Promise<void> {
  const to = [...new Set(told.tells)].flatMap((audience) => recipients(audience, people, about.departments))
  const data = { number: about.number, title: about.title, state: about.state, priority: about.priority }
  await tell(tx, {
    at: told.at,
    caseId: about.id,
    event: `${module.process.name}.${told.event}`,
    data,
    to,
    byId: told.actor.id,
  })
  await tellBehind(tx, module, about, told, data)
  const concerned = [people.owner, people.opener, ...people.crew].filter((id) => id !== null)
  await announce(tx, {
    process: module.process.name,
    number: about.number,
    customerId: about.customer_id,
    people: concerned,
    what: told.what,
  })
}

/** Those above hear of what was raised from theirs and their page looks again; those joined hear under their own number. */
async function tellBehind(
  tx: Tx,
  module: LoadedModule,
  about: About,
  told: {
    readonly event: string
    readonly tells: readonly Audience[]
    readonly actor: Actor
    readonly at: IsoInstant
    readonly raised: boolean
  },
  data: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const event = `${module.process.name}.${told.event}`
  const saying = { at: told.at, event, byId: told.actor.id }
  for (const above of told.raised ? await peopleBehind(tx, about.id, 'raiser') : []) {
    const people = [...new Set([above.owner_id, ...above.crew_ids])].filter((id) => id !== null)
    if (told.tells.includes('raiser'))
      await tell(tx, { ...saying, caseId: about.id, data, to: people.map((personId) => ({ personId })) })
    await announce(tx, { process: above.process, number: above.number, customerId: null, people, what: 'written' })
  }
  if (!told.tells.includes('joined')) return
  for (const below of await peopleBehind(tx, about.id, 'joined')) {
    const opener = below.opened_by === null ? [] : [{ personId: below.opened_by }]
    await tell(tx, {
      ...saying,
      caseId: below.id,
      data: { ...data, number: below.number, title: below.title },
      to: below.customer_id === null ? opener : [{ role: 'TADM' }, ...opener],
    })
  }
}

function recipients(
  audience: Audience,
  people: { readonly owner: string | null; readonly opener: string | null; readonly crew: readonly string[] },
  departments: readonly Department[],
): Told[] {
  if (audience === 'raiser' || audience === 'joined') return []
  if (audience === 'department') return departments.map((department) => ({ role: headOf(department) }))
  if (audience === 'owner') return people.owner === null ? [] : [{ personId: people.owner }]
  if (audience === 'opener') return people.opener === null ? [] : [{ personId: people.opener }]
  if (audience === 'assignee') return people.crew[0] === undefined ? [] : [{ personId: people.crew[0] }]
  if (audience === 'crew') return people.crew.map((personId) => ({ personId }))
  return [{ role: audience === 'customer' ? 'TADM' : audience }]
}
