/** A house with real receivers of mail and HTTP beside it, a case to talk about, and a clock turned by hand. */
import { json } from '#kernel/database/database.ts'
import type { ChannelKind } from '#kernel/outbox/channel-view.ts'
import { readAllowed } from '#kernel/outbox/server/channels/addresses.ts'
import { openOutbound } from '#kernel/outbox/server/channels/outbound.ts'
import { deliver } from '#kernel/outbox/server/deliver.ts'
import { sendDue } from '#kernel/outbox/server/send.ts'
import { tell } from '#kernel/outbox/server/tell.ts'
import type { Preferences } from '#kernel/outbox/told.ts'
import { seal } from '#kernel/people/server/sealed.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { type Somebody, type TestHouse, testHouse } from './house.ts'
import { mailSink } from './mail-sink.ts'
import { receiver } from './receiver.ts'

const begin = '2026-11-23T01:00:00.000Z'
const hookSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

interface What {
  readonly event?: string
  readonly to?: Parameters<typeof tell>[1]['to']
  readonly of?: string | null
}

export async function openOutside() {
  const here = await testHouse(begin)
  const sink = await mailSink()
  const there = await receiver()
  const { database } = here.house
  const outbound = openOutbound(readAllowed('127.0.0.1'))
  const caseId = await openCase(here, 'GW-2026-0001', here.customer.chengji)
  const foreignCase = await openCase(here, 'GW-2026-0002', here.customer.fengyao)
  await giveAddresses(here)
  let now = begin

  const clock = (iso: string): void => {
    now = iso
    here.setClock(iso)
  }
  const channel = async (kind: ChannelKind, settings: object, secret: object): Promise<string> => {
    const id = uuidv7(Date.now())
    const sealed = seal(here.house.secret, 'channel', id, json(secret))
    await database.asHouse((tx) =>
      tx
        .insertInto('channels')
        .values({ id, kind, name: kind, settings: json(settings), secret: sealed, created_at: now })
        .execute(),
    )
    return id
  }
  const deliveries = () =>
    database.asHouse((tx) =>
      tx
        .selectFrom('deliveries')
        .select(['id', 'state', 'error', 'attempts', 'next_at', 'kind'])
        .orderBy('id')
        .execute(),
    )
  return {
    here,
    sink,
    there,
    outbound,
    caseId,
    foreignCase,
    now: () => now,
    clock,
    pass: (minutes: number) => clock(new Date(Date.parse(now) + minutes * 60_000).toISOString()),
    send: () => sendDue(here.house, outbound),
    mail: (port = sink.port) =>
      channel(
        'mail',
        {
          host: '127.0.0.1',
          port,
          security: 'plain',
          user: '',
          from: 'a@b.example',
          fromName: '',
          replyTo: '',
          ca: '',
        },
        { password: '' },
      ),
    hook: (events = ['*'], origin = there.origin) =>
      channel(
        'webhook',
        { url: `${origin}/hook`, events },
        { current: hookSecret, previous: null, previousUntil: null },
      ),
    robot: (about: 'promises' | 'everything' = 'everything') =>
      channel(
        'wecom',
        { roles: ['CSA'], departments: ['engineering'], about, language: 'zh' },
        { url: `${there.origin}/robot`, sign: '' },
      ),
    happens: async ({ event = 'repair.deliver', to = [{ role: 'CSA' }], of = caseId }: What = {}) => {
      const data = { number: 'GW-2026-0001', title: '灯不亮', state: 'delivered' }
      await database.asHouse((tx) => tell(tx, { caseId: of, event, data, to, at: now, byId: null }))
      await deliver(here.house)
    },
    deliveries,
    states: async () => (await deliveries()).map(({ state }) => state).toSorted(),
    choose: (who: Somebody, choices: Preferences) =>
      database.asHouse((tx) =>
        tx
          .insertInto('told_preferences')
          .values({ person_id: here.id[who], choices: json(choices), changed_at: now })
          .execute(),
      ),
    /** nothing on its way, no channel, nothing received, and nine in the morning */
    reset: async () => {
      clock(begin)
      sink.answer = 'take'
      sink.mails.length = 0
      there.answer = {}
      there.received.length = 0
      await database.pool.query('delete from deliveries; delete from told_preferences')
      await database.pool.query('update channels set active = false, secret = null, retired_at = now()')
      await deliver(here.house)
    },
    close: async () => {
      await sink.close()
      await there.close()
      await here.close()
    },
  }
}

async function openCase(here: TestHouse, number: string, customer: string): Promise<string> {
  const id = uuidv7(Date.parse(begin))
  await here.house.database.asHouse((tx) =>
    tx
      .insertInto('cases')
      .values({
        id,
        process: 'repair',
        number,
        state: 'registered',
        title: '灯不亮',
        customer_id: customer,
        opened_by: here.id.lu,
        opened_as: 'staff',
        owner_id: here.id.lu,
        opened_at: begin,
        entered_at: begin,
      })
      .execute(),
  )
  return id
}

async function giveAddresses(here: TestHouse): Promise<void> {
  await here.house.database.asHouse(async (tx) => {
    for (const who of ['lu', 'su', 'lin', 'peng', 'qin', 'tao', 'bai'] as const)
      await tx
        .updateTable('people')
        .set({ email: `${who}@example.com`, phone: '13800001111', language: who === 'su' ? 'en' : 'zh' })
        .where('id', '=', here.id[who])
        .execute()
  })
}
