/** Every page of the three applications, and who looks at it. */
import { ask, register } from './journey-data.ts'
import { house, type Visitor } from './journey-visitor.ts'

export interface Stop {
  readonly at: string
  /** whose page it is; null: somebody without an account */
  readonly role: string | null
}

const of = (role: string | null, addresses: readonly string[]): readonly Stop[] => addresses.map((at) => ({ at, role }))

export const caseTabs = ['slip', 'timeline', 'flow', 'papers', 'money', 'files', 'people'] as const

export async function deskPages(manager: Visitor): Promise<readonly Stop[]> {
  const [filed] = await register(manager, 'state=archived&size=1')
  const [running] = await register(manager, 'state=working,accepted,delivered,signed&size=1')
  const [open] = await register(manager, 'open=yes&size=1')
  const staff = (await ask<{ rows: { id: string }[] }>(manager, 'GET', '/api/staff?limit=1')).body.rows
  const door = house().doors[0]
  return [
    ...of(null, ['/']),
    ...of('CSA', ['/', '/?scope=team']),
    ...of('CSM', [
      '/',
      '/repair',
      '/repair?q=zzzzzz',
      ...caseTabs.map((tab) => `/repair/${filed?.number}?tab=${tab}`),
      `/repair/${(running ?? open)?.number}`,
      '/repair/GW-2001-0001',
      '/customers',
      '/customers/T001',
      '/stacking',
      `/stacking?unit=${door?.code}`,
      '/prices',
      '/staff',
      `/staff/${staff[0]?.id}`,
      '/parameters',
      '/account',
      '/no-such-page/at-all/here',
    ]),
    ...of('FIN', ['/', '/payments']),
    ...of('SYS', ['/staff', '/parameters']),
  ]
}

export async function fieldPages(engineer: Visitor): Promise<readonly Stop[]> {
  const [job] = await register(engineer, 'open=yes&size=1')
  return [
    ...of(null, ['/m/']),
    ...of('ENG', ['/m/', `/m/job/repair/${job?.number}`, '/m/job/repair/GW-2001-0001', '/m/find', '/m/inbox', '/m/me']),
  ]
}

export async function portalPages(tenant: Visitor): Promise<readonly Stop[]> {
  const rows = await register(tenant, 'size=50')
  const open = rows.find(({ closedAt }) => closedAt === null) ?? rows[0]
  const closed = rows.find(({ closedAt }) => closedAt !== null) ?? rows[0]
  const door = house().doors[0]
  return [
    ...of(null, ['/c/', `/q/${door?.token}`, '/q/no-such-code', '/q/mine']),
    ...of('TADM', [
      '/c/',
      '/c/requests',
      `/c/request/repair/${open?.number}`,
      `/c/request/repair/${closed?.number}`,
      '/c/request/repair/GW-2001-0001',
      '/c/new/repair',
      '/c/inbox',
      '/c/prices',
      '/c/people',
      '/c/me',
    ]),
    ...of('TUSR', ['/c/', '/c/new/repair']),
  ]
}
