import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, type Asked, route } from '#kernel/http/server/route.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { write } from '#kernel/http/server/write.ts'
import { dateOf } from '#lib/show-time.ts'
import { list } from '../define.ts'
import type { Actor } from '../roles.ts'
import type { GuestView } from '../view.ts'
import { notFound } from './refusals.ts'
import { open } from './open.ts'
import { readSlip } from './slip-rows.ts'

/*
 * A report by the QR code on a door, without an account. Unit and customer come from the code; the browser makes a secret
 * for each report, and only who holds it sees that report again, and nothing but what was entered in it.
 */

const Door = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) })
const GuestAnswer = z.object({
  process: z.string(),
  number: z.string(),
  state: z.string(),
  place: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  entered: z.record(z.string(), z.unknown()),
  photos: z.int(),
}) as unknown as z.ZodType<GuestView>

export function guestRoutes(modules: readonly LoadedModule[]): AnyRoute[] {
  const forGuests = modules.filter(({ process }) => list(process.opens.by).includes('GUEST'))
  return [...forGuests.map(reportRoute), followRoute(forGuests)]
}

function reportRoute(module: LoadedModule): AnyRoute {
  const { process } = module
  return route({
    method: 'POST',
    path: `/api/door/:token/${process.name}`,
    policy: 'public',
    tag: 'door',
    id: `door.${process.name}`,
    summary: `Report by the code on a door, without an account (${process.name})`,
    params: Door,
    body: z.object({ input: z.unknown() }).strict(),
    described: z.object({ input: process.opens.input }),
    answer: GuestAnswer,
    status: 201,
    writes: true,
    limit: { perMinute: 6 },
    async handle(asked, house) {
      const hash = guestKeyOf(asked)
      const door = await house.database.asHouse((tx) => behind(tx, asked.params.token, dateOf(house.now())))
      if (!door) throw notFound()
      const actor: Actor = {
        kind: 'guest',
        id: null,
        name: '',
        roles: ['GUEST'],
        customerId: door.customerId,
        guestTokenHash: hash,
      }
      return write({ ...asked, actor }, house, async (tx) => {
        if (await reported(tx, hash)) throw new Refused({ status: 409, code: 'keyUsed', says: keyUsed })
        const header = { customerId: door.customerId, unitId: door.unitId, contactId: null }
        const { number } = await open(tx, house, module, { header, input: asked.body.input }, actor)
        return guestView(tx, [module], hash, number)
      })
    },
  })
}

function followRoute(modules: readonly LoadedModule[]): AnyRoute {
  return route({
    method: 'GET',
    path: '/api/guest/case',
    policy: 'public',
    tag: 'door',
    id: 'door.follow',
    summary: 'How far my own report is: by the secret my browser made for it',
    answer: GuestAnswer,
    limit: { perMinute: 30 },
    handle(asked, house) {
      const hash = guestKeyOf(asked)
      const actor: Actor = {
        kind: 'guest',
        id: null,
        name: '',
        roles: ['GUEST'],
        customerId: null,
        guestTokenHash: hash,
      }
      return house.database.as(actor, (tx) => guestView(tx, modules, hash))
    },
  })
}

const keyUsed = {
  zh: '这次报告的口令已经用过，请重新打开页面再报。',
  en: 'The secret of this report was used before. Open the page again to report once more.',
}

/** One secret, one report: whoever holds it follows that one. */
const reported = async (tx: Tx, hash: string): Promise<boolean> =>
  (await tx.selectFrom('cases').select('id').where('guest_token_hash', '=', hash).executeTakeFirst()) !== undefined

/** SHA-256 of the header `x-guest-key`; a request without a proper one finds nothing. */
export function guestKeyOf(asked: Pick<Asked, 'request'>): string {
  const key = asked.request.headers['x-guest-key']
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{32,64}$/.test(key)) throw notFound()
  return createHash('sha256').update(key).digest('hex')
}

async function behind(
  tx: Tx,
  token: string,
  today: string,
): Promise<{ unitId: string; customerId: string | null } | null> {
  const unit = await tx.selectFrom('units').select('id').where('report_token', '=', token).executeTakeFirst()
  if (!unit) return null
  const tenancy = await tx
    .selectFrom('tenancy_units')
    .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
    .select('tenancies.customer_id')
    .where('tenancy_units.unit_id', '=', unit.id)
    .where('tenancies.state', '<>', 'ended')
    .where('tenancies.starts', '<=', today)
    .where('tenancies.ends', '>=', today)
    .executeTakeFirst()
  return { unitId: unit.id, customerId: tenancy?.customer_id ?? null }
}

async function guestView(tx: Tx, modules: readonly LoadedModule[], hash: string, number?: string): Promise<GuestView> {
  const record = await tx
    .selectFrom('cases')
    .select(['id', 'process', 'number', 'state', 'place', 'opened_at', 'closed_at'])
    .where('guest_token_hash', '=', hash)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? ''))
    .executeTakeFirst()
  const module = modules.find(({ process }) => process.name === record?.process)
  if (!record || !module) throw notFound()
  const first = await tx
    .selectFrom('timeline')
    .select('input')
    .where('case_id', '=', record.id)
    .where('seq', '=', 1)
    .executeTakeFirst()
  const asked = new Set(Object.keys((first?.input ?? {}) as object))
  const slip = await readSlip(tx, module.process, record.id)
  const { count } = await tx
    .selectFrom('files')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('case_id', '=', record.id)
    .where('purpose', '=', 'photo')
    .executeTakeFirstOrThrow()
  return {
    process: record.process,
    number: record.number,
    state: record.state,
    place: record.place,
    openedAt: record.opened_at,
    closedAt: record.closed_at,
    entered: Object.fromEntries(Object.entries(slip).filter(([field]) => asked.has(field))),
    photos: Number(count),
  }
}
