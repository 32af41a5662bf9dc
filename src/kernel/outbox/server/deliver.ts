/** What waits in the outbox reaches people: each row once for each person, whoever delivers it and however often. */
import { sql } from 'kysely'
import { json, notify, type Tx } from '#kernel/database/database.ts'
import type { JsonValue } from '#lib/json.ts'
import type { House } from '#kernel/http/server/house.ts'
import { tenantRoles } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Live } from './events.ts'
import { fanOut } from './fan-out.ts'
import { announce, deliveriesChannel } from './tell.ts'

/** One message to one person. */
export interface Message {
  readonly outboxId: number
  readonly personId: string
  readonly caseId: string | null
  readonly event: string
  readonly data: JsonValue
  readonly at: IsoInstant
}

/**
 * A way to reach people. `send` runs in the transaction that marks the rows as delivered and may be repeated for the
 * same `(outboxId, personId)`: what leaves the house must be told apart by these two.
 */
export interface Channel {
  readonly name: string
  send(tx: Tx, messages: readonly Message[]): Promise<void>
}

/** The in-system inbox (domain §1.7: mandatory). */
export const inboxChannel: Channel = {
  name: 'inbox',
  async send(tx, messages) {
    if (messages.length === 0) return
    await tx
      .insertInto('inbox')
      .values(
        messages.map((message) => ({
          outbox_id: message.outboxId,
          person_id: message.personId,
          case_id: message.caseId,
          event: message.event,
          data: json(message.data),
          at: message.at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['outbox_id', 'person_id']).doNothing())
      .execute()
  },
}

const rowsAtOnce = 100

/** Delivers one batch; returns how many rows of the outbox it took. */
export async function deliver(house: House, channels: readonly Channel[] = [inboxChannel]): Promise<number> {
  return await house.database.asHouse(async (tx) => {
    const { rows } = await sql<{ id: number }>`
      select id from outbox where delivered_at is null order by id limit ${rowsAtOnce} for update skip locked`.execute(
      tx,
    )
    if (rows.length === 0) return 0
    const ids = rows.map(({ id }) => id)
    const messages = await messagesOf(tx, ids)
    for (const channel of channels) await channel.send(tx, messages)
    if ((await fanOut(tx, house, ids, messages)) > 0) notify(tx, { channel: deliveriesChannel, payload: '' })
    await tx.updateTable('outbox').set({ delivered_at: house.now() }).where('id', 'in', ids).execute()
    await wakeScreens(tx, messages)
    return rows.length
  })
}

/** A role is every active person who holds it; nobody hears of his own deed, and a tenant only of his own company's. */
async function messagesOf(tx: Tx, ids: readonly number[]): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select distinct on (outbox.id, people.id)
           outbox.id as "outboxId", people.id as "personId", outbox.case_id as "caseId", outbox.event, outbox.data - 'byId' as data,
           outbox.written_at as at
    from outbox
    left join cases on cases.id = outbox.case_id
    cross join lateral (
      select outbox.person_id as id
      union all
      select person_roles.person_id from person_roles
      where person_roles.role = outbox.role and (outbox.role <> all (${[...tenantRoles]}) or exists (
        select from contacts where contacts.person_id = person_roles.person_id and contacts.customer_id = cases.customer_id))
    ) told
    join people on people.id = told.id and people.active
    where outbox.id = any (${ids}) and outbox.data ->> 'byId' is distinct from people.id::text
    order by outbox.id, people.id`.execute(tx)
  return rows
}

const peopleAtOnce = 150

async function wakeScreens(tx: Tx, messages: readonly Message[]): Promise<void> {
  const people = [...new Set(messages.map(({ personId }) => personId))]
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    await announce(tx, {
      process: '',
      number: '',
      customerId: null,
      people: people.slice(from, from + peopleAtOnce),
      what: 'inbox',
    })
  }
}

/** Delivers whenever something is written, and now and then in case a notice was lost. Returns how to stop it. */
export function keepDelivering(house: House, live: Live, everyMs = 5_000): { stop(): Promise<void> } {
  let running: Promise<void> | null = null
  let wanted = false
  let stopped = false

  const work = async () => {
    while (wanted && !stopped) {
      wanted = false
      try {
        while (!stopped && (await deliver(house)) === rowsAtOnce);
      } catch (error) {
        house.log.warn({ err: error }, 'outbox not delivered, trying again')
      }
    }
  }
  const wake = () => {
    wanted = true
    running ??= work().finally(() => {
      running = null
      if (wanted && !stopped) wake()
    })
  }
  const timer = setInterval(wake, everyMs)
  timer.unref()
  const deaf = [live.onOutbox(wake), live.onGap(wake)]
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      for (const stop of deaf) stop()
      await running
    },
  }
}
