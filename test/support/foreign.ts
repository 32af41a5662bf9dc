/** Everything one company has, under words nobody else uses, and every route of the house asked for exactly that. */
import type { AnyRoute, Policy } from '#kernel/http/server/route.ts'
import { knownParameters, moduleRoutes } from '#server/modules.ts'
import { allRoutes } from '#server/routes.ts'
import { cast, contacts, type Somebody, type TestHouse } from './house.ts'
import { charged, deskOf } from './repair-desk.ts'

export interface Belongings {
  readonly number: string
  readonly file: string
  readonly escalation: string
  readonly tenancy: string
  /** words that appear in nothing but this company's own data */
  readonly ofCase: readonly string[]
  readonly ofCompany: readonly string[]
}

export async function routesOf(here: TestHouse): Promise<AnyRoute[]> {
  const { modules } = here.house
  const known = await knownParameters(modules)
  return allRoutes(modules, await moduleRoutes(modules), known, here.running.live)
}

/** A paid repair of 澄霁 with a photograph, an escalation, a payment and a receipt. */
export async function belongings(here: TestHouse): Promise<Belongings> {
  const desk = deskOf(here)
  const number = await charged(here, 'billed')
  const file = await desk.upload('lu')
  await desk.step('lu', number, 'attach', { photos: [file] })
  await desk.step('lu', number, 'note', { text: '绝密说明' })
  await desk.step('yao', number, 'collect', { method: 'cash', payer: '绝密付款人', amountFen: 9000 })
  const slow = await desk.open('lu', {
    priority: 'P2',
    problem: '绝密灯不亮',
    reporterName: '绝密人',
    location: '绝密室',
  })
  await here.pass(6)
  const [row] = await desk.escalations(slow)
  const tenancy = await here.house.database.asHouse((tx) =>
    tx.selectFrom('tenancies').select('id').where('customer_id', '=', here.customer.chengji).executeTakeFirstOrThrow(),
  )
  const ofCase = ['绝密', '插座面板松动', number, slow, 'SK-2026-0001', 'SJ-2026-0001']
  return {
    number,
    file,
    escalation: row?.id ?? '',
    tenancy: tenancy.id,
    ofCase,
    ofCompany: [...ofCase, '澄霁', '秦澜', '陶然'],
  }
}

/** The address of a route with this company's own things in every place of it. */
export function addressOf(here: TestHouse, { path }: AnyRoute, mine: Belongings): string {
  const ids: readonly (readonly [RegExp, string])[] = [
    [/contacts/, here.id.qin],
    [/tenancies/, mine.tenancy],
    [/staff/, here.id.lu],
    [/files/, mine.file],
    [/escalations/, mine.escalation],
    [/sessions/, '0123456789abcdef'],
    [/./, crypto.randomUUID()],
  ]
  const codes: readonly (readonly [RegExp, string])[] = [
    [/units/, '1-1701'],
    [/prices/, 'R04'],
    [/phrases/, 'W01'],
    [/./, 'T003'],
  ]
  const pick = (from: readonly (readonly [RegExp, string])[]) => from.find(([pattern]) => pattern.test(path))?.[1] ?? ''
  const values: Readonly<Record<string, string>> = {
    id: pick(ids),
    code: pick(codes),
    number: /payments/.test(path) ? 'SK-2026-0001' : mine.number,
    token: 'door-1-1701-0123456789abcdef',
    file: 'slip.pdf',
    key: 'repair.vat_bp',
    date: '2026-11-23',
    month: '2026-11',
    figure: 'm1',
    department: 'cleaning',
  }
  return path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') throw new Error(`no value for :${name} of ${path}`)
    return value
  })
}

/** Queries that name this company's things, one at a time, as far as the route knows the word. */
export function queriesOf(here: TestHouse, { query }: AnyRoute): string[] {
  const shape = Object.keys((query as { shape?: object } | undefined)?.shape ?? {})
  const values: Readonly<Record<string, readonly string[]>> = {
    customerId: [here.customer.chengji],
    unitId: [here.unit['1-1701'] ?? ''],
    assigneeId: [here.id.wang],
    q: ['绝密', '澄霁', 'GW-2026', '19900001234', 'cjxx', '1-1701', 'SK-2026'],
    scope: ['mine', 'team'],
    open: ['yes', 'no'],
    page: ['repair'],
  }
  const each = shape.flatMap((name) => (values[name] ?? []).map((value) => `?${name}=${encodeURIComponent(value)}`))
  return shape.includes('unitId') && !shape.includes('customerId') ? each : ['', ...each]
}

export const everybody = Object.keys({ ...cast, ...contacts }) as Somebody[]

export function mayKnock(who: Somebody, policy: Policy): boolean {
  const person: { readonly roles: readonly string[] } = { ...cast, ...contacts }[who]
  if (policy === 'public' || policy === 'halfway' || policy === 'session') return true
  if (policy === 'staff') return who in cast
  if (policy === 'customer') return who in contacts
  return person.roles.some((role) => (policy as readonly string[]).includes(role))
}
