import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { announce } from '#kernel/outbox/server/tell.ts'
import { type Told, tell } from '#kernel/outbox/server/tell.ts'
import type { Audience } from '../define.ts'
import type { Actor } from '../roles.ts'

interface About {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly priority: number | null
  readonly customer_id: string | null
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
  },
): Promise<void> {
  const to = [...new Set(told.tells)].flatMap((audience) => recipients(audience, people))
  const data = { number: about.number, title: about.title, state: about.state, priority: about.priority }
  await tell(tx, {
    at: told.at,
    caseId: about.id,
    event: `${module.process.name}.${told.event}`,
    data,
    to,
    byId: told.actor.id,
  })
  const concerned = [people.owner, people.opener, ...people.crew].filter((id) => id !== null)
  await announce(tx, {
    process: module.process.name,
    number: about.number,
    customerId: about.customer_id,
    people: concerned,
    what: told.what,
  })
}

function recipients(
  audience: Audience,
  people: { readonly owner: string | null; readonly opener: string | null; readonly crew: readonly string[] },
): Told[] {
  if (audience === 'owner') return people.owner === null ? [] : [{ personId: people.owner }]
  if (audience === 'opener') return people.opener === null ? [] : [{ personId: people.opener }]
  if (audience === 'assignee') return people.crew[0] === undefined ? [] : [{ personId: people.crew[0] }]
  if (audience === 'crew') return people.crew.map((personId) => ({ personId }))
  return [{ role: audience === 'customer' ? 'TADM' : audience }]
}
