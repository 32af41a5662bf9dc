import type { LightMyRequestResponse } from 'fastify'
import { uuidv7 } from '#lib/uuid.ts'
import type { Role } from '#kernel/process/roles.ts'
import { addCustomer } from '#kernel/premises/server/customer-writes.ts'
import { putAccount, putLoginNames } from './accounts.ts'
import { hashPassword } from './passwords.ts'
import { addContact } from './contacts.ts'
import { addStaff } from './staff-writes.ts'
import type { Trial } from './trial-door.ts'

/** For tests: a small cast, everybody with the same password, and a browser for each. */

export const trialPassword = 'heron under the bridge 4'

let hash: Promise<string> | undefined

async function openAccount(trial: Trial, id: string, roles: readonly Role[]): Promise<void> {
  hash ??= hashPassword(trialPassword)
  const way = { hash: await hash, validUntil: null }
  await trial.database.asHouse(async (tx) => {
    await putAccount(tx, id, way, trial.house.now())
    for (const role of roles) await tx.insertInto('person_roles').values({ person_id: id, role }).execute()
  })
}

export async function hire(
  trial: Trial,
  login: string,
  name: string,
  roles: readonly Role[],
  superiorId: string | null,
  more: { department?: 'customerService' | 'security' | 'company'; phone?: string } = {},
): Promise<string> {
  const { id } = await trial.database.asHouse((tx) =>
    addStaff(
      tx,
      null,
      {
        name,
        nameEn: '',
        phone: more.phone ?? '',
        email: `${login}@example.com`,
        language: 'zh',
        department: more.department ?? 'company',
        post: '',
        trade: '',
        staffNumber: `S-${login}`,
        superiorId,
        login,
      },
      trial.house.now(),
    ),
  )
  await openAccount(trial, id, roles)
  return id
}

export async function customer(trial: Trial, name: string, shortName: string): Promise<{ id: string; code: string }> {
  const rest = {
    nameEn: '',
    trade: '',
    vip: false,
    headcount: null,
    phone: '',
    address: '',
    creditCode: null,
    note: 'internal',
    monthlyBilling: false,
  }
  return await trial.database.asHouse((tx) =>
    addCustomer(tx, { name, shortName, kind: 'tenant', language: 'zh', ...rest }, trial.house.now()),
  )
}

export async function contact(
  trial: Trial,
  customerId: string,
  name: string,
  phone: string,
  roles: readonly Role[],
  authorities: readonly ('authorised' | 'emergency' | 'fireSafety')[] = [],
): Promise<string> {
  const rest = { nameEn: '', title: '', landline: '', email: '', language: 'zh' } as const
  const id = await trial.database.asHouse((tx) =>
    addContact(tx, customerId, { name, phone, authorities, ...rest }, trial.house.now()),
  )
  if (roles.length === 0) return id
  await openAccount(trial, id, roles)
  await trial.database.asHouse((tx) => putLoginNames(tx, id, { chosen: null, phone, email: '' }))
  return id
}

export interface Browser {
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object): Promise<LightMyRequestResponse>
  signIn(name: string, password?: string): Promise<LightMyRequestResponse>
  readonly cookies: Map<string, string>
}

export function browser(trial: Trial, address = '10.0.0.1'): Browser {
  const cookies = new Map<string, string>()
  const ask: Browser['ask'] = async (method, url, body) => {
    const response = await trial.app.inject({
      method,
      url,
      remoteAddress: '127.0.0.1',
      headers: {
        'x-forwarded-for': address,
        'sec-fetch-site': 'same-origin',
        'idempotency-key': uuidv7(Date.now()),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    for (const { name, value } of response.cookies) cookies.set(name, value)
    return response
  }
  return { ask, cookies, signIn: (name, password = trialPassword) => ask('POST', '/api/session', { name, password }) }
}
