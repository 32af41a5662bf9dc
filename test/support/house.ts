/** A house for tests: its own database, a clock turned by hand, and a cast small enough to remember. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { uuidv7 } from '#lib/uuid.ts'
import { normalise } from '#lib/text.ts'
import type { House } from '#kernel/http/server/house.ts'
import { seedPrices } from '#kernel/ledger/server/prices.ts'
import { seedCalendar } from '#kernel/parameters/server/calendar.ts'
import type { Role } from '#kernel/process/roles.ts'
import { tick } from '#kernel/process/server/clock.ts'
import { deliver } from '#kernel/outbox/server/deliver.ts'
import { repairPrices } from '#modules/repair/prices.ts'
import { openHouse, type RunningHouse } from '#server/house.ts'
import { freshDatabase } from './database.ts'
import { openSession } from './open-session.ts'

/** Who is who: name, roles, department, superior. */
export const cast = {
  zhou: { name: '周启明', roles: ['GM'], department: 'company', superior: null },
  shen: { name: '沈维岳', roles: ['PM'], department: 'project', superior: 'zhou' },
  lin: { name: '林若溪', roles: ['CSM'], department: 'customerService', superior: 'shen' },
  he: { name: '何景川', roles: ['CSS'], department: 'customerService', superior: 'lin' },
  lu: { name: '陆思远', roles: ['CSA'], department: 'customerService', superior: 'he' },
  su: { name: '苏瑾', roles: ['CSA'], department: 'customerService', superior: 'he' },
  ye: { name: '叶舒', roles: ['REC'], department: 'customerService', superior: 'he' },
  heMin: { name: '贺敏', roles: ['ARC', 'CANT'], department: 'customerService', superior: 'he' },
  gao: { name: '高建平', roles: ['ENGM'], department: 'engineering', superior: 'shen' },
  wang: { name: '王志勇', roles: ['ENG'], department: 'engineering', superior: 'gao' },
  li: { name: '李卫东', roles: ['ENG'], department: 'engineering', superior: 'gao' },
  feng: { name: '冯涛', roles: ['SEC'], department: 'security', superior: 'shen' },
  xu: { name: '徐明慧', roles: ['FINM'], department: 'finance', superior: 'zhou' },
  yao: { name: '姚琳', roles: ['FIN'], department: 'finance', superior: 'xu' },
  peng: { name: '彭博文', roles: ['SYS'], department: 'it', superior: 'zhou' },
} as const satisfies Record<
  string,
  { name: string; roles: readonly Role[]; department: string; superior: string | null }
>

/** Two companies that must never see each other. */
export const tenants = {
  chengji: {
    code: 'T003',
    name: '澄霁信息技术有限公司',
    short: '澄霁信息',
    initials: 'cjxx',
    units: ['1-1701', '1-1702'],
    monthly: true,
  },
  fengyao: {
    code: 'T004',
    name: '北京枫杳咨询有限公司',
    short: '枫杳咨询',
    initials: 'fyzx',
    units: ['1-1707'],
    monthly: false,
  },
} as const

/** Their people: the authorised person, an employee without authority. */
export const contacts = {
  qin: { name: '秦澜', roles: ['TADM'], company: 'chengji', authorities: ['authorised', 'emergency', 'release'] },
  tao: { name: '陶然', roles: ['TUSR'], company: 'chengji', authorities: [] },
  bai: { name: '白沐', roles: ['TADM'], company: 'fengyao', authorities: ['authorised'] },
} as const satisfies Record<
  string,
  { name: string; roles: readonly Role[]; company: keyof typeof tenants; authorities: readonly string[] }
>

export type Somebody = keyof typeof cast | keyof typeof contacts

export interface TestHouse {
  readonly running: RunningHouse
  readonly house: House
  readonly url: string
  readonly id: Readonly<Record<Somebody, string>>
  readonly customer: Readonly<Record<keyof typeof tenants, string>>
  readonly unit: Readonly<Record<string, string>>
  /** sets the clock; it stands still until set again */
  setClock(iso: string): void
  /** moves the clock and runs the jobs that are then due */
  pass(minutes: number): Promise<void>
  /** one request as this person, in his own session; JSON in, status and body out */
  ask(
    who: Somebody | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** any request at all in this person's session; nothing is added but the cookie */
  send(who: Somebody | null, options: InjectOptions): Promise<Answer>
  close(): Promise<void>
}
export interface Answer {
  readonly status: number
  readonly body: Body
  readonly text: string
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
}

/** Whatever JSON came: a test reads what it expects and fails on what is not there. */
export interface Body {
  readonly [key: string]: unknown
}

const monday = '2026-11-23T01:00:00.000Z' // 09:00 in Shanghai, a working day

export async function testHouse(begin = monday): Promise<TestHouse> {
  const fresh = await freshDatabase()
  const varDir = await mkdtemp(join(tmpdir(), 'atrium-house-'))
  let now = begin
  const running = await openHouse({
    databaseUrl: fresh.url,
    varDir,
    origin: 'http://127.0.0.1:8080',
    webDir: null,
    perMinute: 100_000,
    mostAtOnce: 1000,
    trustProxy: false,
    logLevel: 'silent',
    outboundAllow: '127.0.0.1',
    now: () => now,
    connections: 8,
  })
  const { house, app } = running
  const people = await settle(house)
  const cookies = new Map<Somebody, string>()

  const cookieOf = async (who: Somebody): Promise<string> => {
    const known = cookies.get(who)
    if (known !== undefined) return known
    const value = await openSession(house, people.id[who])
    cookies.set(who, value)
    return value
  }
  const send = async (who: Somebody | null, options: InjectOptions): Promise<Answer> => {
    const mine = who === null ? {} : { cookie: `__Host-atrium=${await cookieOf(who)}` }
    const answer = await app.inject({ ...options, headers: { ...mine, ...options.headers } })
    const json = answer.headers['content-type']?.toString().includes('json') ? answer.json<Body>() : {}
    return { status: answer.statusCode, body: json, text: answer.payload, headers: answer.headers }
  }
  return {
    running,
    house,
    url: fresh.url,
    send,
    ...people,
    setClock(iso) {
      now = iso
    },
    async pass(minutes) {
      now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
      await tick(house)
      await deliver(house)
    },
    ask: (who, method, url, body, headers = {}) =>
      send(who, {
        method,
        url,
        headers: {
          ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }),
    async close() {
      await running.close()
      await fresh.drop()
      await rm(varDir, { recursive: true, force: true })
    },
  }
}

/** Puts the cast, the two companies, one floor of units, prices and calendar into an empty database. */
export async function settle(house: House): Promise<Pick<TestHouse, 'id' | 'customer' | 'unit'>> {
  const now = house.now()
  const fresh = () => uuidv7(Date.parse(now))
  const id = Object.fromEntries(
    [...Object.keys(cast), ...Object.keys(contacts)].map((who) => [who, fresh()]),
  ) as Record<Somebody, string>
  const customer = Object.fromEntries(Object.keys(tenants).map((who) => [who, fresh()])) as Record<
    keyof typeof tenants,
    string
  >
  const unit: Record<string, string> = {}
  await house.database.asHouse(async (tx) => {
    await seedCalendar(tx)
    await seedPrices(tx, repairPrices, '2026-01-01T00:00:00.000Z')
    await tx
      .insertInto('buildings')
      .values({ code: '1', name_zh: '1号楼', name_en: 'Building 1', use: 'office' })
      .execute()
    await tx.insertInto('floors').values({ building_code: '1', floor: 17, use: 'office' }).execute()
    for (const code of ['1-1701', '1-1702', '1-1707', '1-1708']) {
      unit[code] = fresh()
      await tx
        .insertInto('units')
        .values({
          id: unit[code],
          code,
          building_code: '1',
          floor: 17,
          use: 'office',
          area_cm2: 2_686_000,
          report_token: `door-${code}-0123456789abcdef`,
        })
        .execute()
    }
    for (const [who, person] of Object.entries(cast) as [keyof typeof cast, (typeof cast)[keyof typeof cast]][]) {
      await tx
        .insertInto('people')
        .values({ id: id[who], kind: 'staff', name: person.name, search: normalise(person.name) })
        .execute()
      const superior = person.superior === null ? null : id[person.superior]
      await tx
        .insertInto('staff')
        .values({ person_id: id[who], staff_number: `E-${who}`, department: person.department, superior_id: superior })
        .execute()
    }
    for (const [who, company] of Object.entries(tenants) as [
      keyof typeof tenants,
      (typeof tenants)[keyof typeof tenants],
    ][]) {
      const search = normalise(`${company.code} ${company.name} ${company.short} ${company.initials}`)
      await tx
        .insertInto('customers')
        .values({
          id: customer[who],
          code: company.code,
          name: company.name,
          short_name: company.short,
          kind: 'tenant',
          csa_id: id.lu,
          monthly_billing: company.monthly,
          search,
        })
        .execute()
      const tenancy = fresh()
      await tx
        .insertInto('tenancies')
        .values({
          id: tenancy,
          customer_id: customer[who],
          contract: `HT-${company.code}`,
          starts: '2024-01-01',
          ends: '2028-12-31',
        })
        .execute()
      for (const code of company.units)
        await tx
          .insertInto('tenancy_units')
          .values({ tenancy_id: tenancy, unit_id: unit[code] ?? '', during: '[2024-01-01,2029-01-01)' })
          .execute()
    }
    for (const [who, person] of Object.entries(contacts) as [
      keyof typeof contacts,
      (typeof contacts)[keyof typeof contacts],
    ][]) {
      await tx
        .insertInto('people')
        .values({
          id: id[who],
          kind: 'contact',
          name: person.name,
          phone: '19900001234',
          search: normalise(person.name),
        })
        .execute()
      await tx
        .insertInto('contacts')
        .values({
          person_id: id[who],
          customer_id: customer[person.company],
          title: '行政',
          authorities: [...person.authorities],
        })
        .execute()
    }
    const everybody = { ...cast, ...contacts }
    for (const [who, { roles }] of Object.entries(everybody) as [Somebody, { roles: readonly Role[] }][]) {
      await tx.insertInto('accounts').values({ person_id: id[who] }).execute()
      for (const role of roles) await tx.insertInto('person_roles').values({ person_id: id[who], role }).execute()
    }
  })
  await house.database.asHouse((tx) => house.rulebook.renew(tx))
  return { id, customer, unit }
}
