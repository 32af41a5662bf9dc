/** Every page of the three applications, and who looks at it. */
import { expect } from '@playwright/test'
import type { CaseRow, CaseView } from '#kernel/process/view.ts'
import { words as premises } from '#kernel/premises/web/words.ts'
import { words as calls } from '#modules/calls/words.ts'
import { portalWords as complaint } from '#modules/complaint/words/portal.ts'
import { modules } from '#modules/index.ts'
import { ask, register, registerIn } from './journey-data.ts'
import { house, type Visitor } from './journey-visitor.ts'

export interface Stop {
  readonly at: string
  /** whose page it is; null: somebody without an account */
  readonly role: string | null
  /** what is done there before it is looked at, and what it then is called */
  readonly first?: (visitor: Visitor) => Promise<void>
  readonly as?: string
}

const of = (role: string | null, addresses: readonly string[]): readonly Stop[] => addresses.map((at) => ({ at, role }))

const caseTabs = ['slip', 'timeline', 'flow', 'papers', 'money', 'files', 'people'] as const

/** The call screen with the caller found. */
const answered: Stop = {
  at: '/call',
  role: 'CSA',
  as: 'answered',
  first: async ({ page, say }) => {
    await page.getByPlaceholder(say(premises.findCustomer)).fill('T001')
    await page.getByRole('option', { name: 'T001' }).first().waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: say(calls.another) })).toBeVisible()
  },
}

export async function deskPages(manager: Visitor): Promise<readonly Stop[]> {
  const staff = (await ask<{ rows: { id: string }[] }>(manager, 'GET', '/api/staff?limit=1')).body.rows
  const door = house().doors[0]
  return [
    ...of(null, ['/']),
    ...of('CSA', ['/', '/?scope=team', '/call', '/phrases', '/quality']),
    answered,
    ...of('CSM', [
      '/',
      '/customers',
      '/customers/T001',
      '/stacking',
      `/stacking?unit=${door?.code}`,
      '/prices',
      '/phrases',
      '/staff',
      `/staff/${staff[0]?.id}`,
      '/parameters',
      '/promises',
      '/figures',
      '/quality',
      '/channels',
      '/deliveries',
      '/account',
      '/no-such-page/at-all/here',
    ]),
    ...of('PM', ['/', '/promises', '/figures']),
    ...of('FIN', ['/', '/payments']),
    ...of('SYS', ['/staff', '/parameters', '/channels', '/deliveries']),
  ]
}

/** Registers and cases: one that is open and one that is over, of every procedure. */
export async function casePages(manager: Visitor): Promise<readonly Stop[]> {
  const [filed] = await register(manager, 'state=archived&size=1')
  const [running] = await register(manager, 'state=working,accepted,delivered,signed&size=1')
  const [open] = await register(manager, 'open=yes&size=1')
  const cases = [`/repair/${(running ?? open)?.number}`, '/repair?q=zzzzzz', '/repair/GW-2001-0001']
  const tabbed = caseTabs.map((tab) => `/repair/${filed?.number}?tab=${tab}`)
  for (const process of Object.keys(modules).filter((name) => name !== 'repair')) {
    const rows = await registerIn(manager, process, 'size=50')
    const kinds = [rows.find(isOpen), rows.find((row) => !isOpen(row))]
    expect(kinds, `the sample has an open and a closed ${process}`).not.toContain(undefined)
    cases.push(`/${process}`, ...kinds.map((row) => `/${process}/${row?.number}`))
    if (process === 'complaint')
      tabbed.push(...caseTabs.slice(1).map((tab) => `/complaint/${kinds[0]?.number}?tab=${tab}`))
  }
  return of('CSM', ['/repair', ...tabbed, ...cases])
}

const isOpen = (row: CaseRow): boolean => row.closedAt === null

export async function fieldPages(engineer: Visitor): Promise<readonly Stop[]> {
  const [job] = await register(engineer, 'open=yes&size=1')
  const [errand] = await registerIn(engineer, 'service-slip', 'open=yes&size=1')
  const jobs = [`/m/job/repair/${job?.number}`, `/m/job/service-slip/${errand?.number}`, '/m/job/repair/GW-2001-0001']
  return [
    ...of(null, ['/m/']),
    ...of('ENG', ['/m/', ...jobs, '/m/find', '/m/inbox', '/m/me']),
    ...of('SEC', ['/m/', '/m/find']),
  ]
}

export async function portalPages(tenant: Visitor): Promise<readonly Stop[]> {
  const rows = await register(tenant, 'size=50')
  const open = rows.find(isOpen) ?? rows[0]
  const closed = rows.find((row) => !isOpen(row)) ?? rows[0]
  const door = house().doors[0]
  const asked = await requested(tenant)
  const complains: Stop = {
    at: `/q/${door?.token}`,
    role: null,
    as: 'complaint',
    first: async ({ page, say }) => {
      await page.getByText(say(complaint.tile), { exact: true }).click()
      await expect(page.getByText(say(complaint.tile), { exact: true }).locator('input')).toBeChecked()
    },
  }
  return [
    ...of(null, ['/c/', `/q/${door?.token}`, '/q/no-such-code', '/q/mine']),
    complains,
    ...of('TADM', [
      '/c/',
      '/c/requests',
      `/c/request/repair/${open?.number}`,
      `/c/request/repair/${closed?.number}`,
      '/c/request/repair/GW-2001-0001',
      ...asked,
      '/c/new/repair',
      '/c/new/complaint',
      '/c/new/opinion',
      '/c/new/enquiry',
      '/c/inbox',
      '/c/prices',
      '/c/people',
      '/c/me',
    ]),
    ...of('TUSR', ['/c/', '/c/new/repair']),
  ]
}

/** A complaint, an opinion and an enquiry as this tenant's own pages would send them. */
async function requested(tenant: Visitor): Promise<readonly string[]> {
  const { body: me } = await ask<{ id: string; name: string; customer: { id: string } }>(tenant, 'GET', '/api/me')
  const header = { customerId: me.customer.id, unitId: null, contactId: me.id }
  const send = async (process: string, input: object) => {
    const sent = await ask<CaseView>(tenant, 'POST', `/api/${process}`, { header, input })
    expect(sent.status, JSON.stringify(sent.body)).toBe(201)
    return `/c/request/${process}/${sent.body.number}`
  }
  const problem = {
    ...{ apologised: false, direct: true, injury: false, written: true, channel: 'indirect', source: 'portal' },
    ...{ category: 'temperature', problem: 'It is 29 °C at our desks.', occurredAt: new Date().toISOString() },
    ...{ location: '1-0401', company: 'Tester Ltd', complainant: 'customer', complainantName: me.name },
    complainantPhone: '13900002222',
  }
  return [
    await send('complaint', problem),
    await send('opinion', { source: 'portal', kind: 'praise', content: 'Thank you.', reporterName: me.name }),
    await send('enquiry', { channel: 'portal', question: 'Until when is the car park open?', enquirer: me.name }),
  ]
}
