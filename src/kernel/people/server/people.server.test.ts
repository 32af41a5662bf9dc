import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '#lib/uuid.ts'
import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import { premisesRoutes } from '#kernel/premises/server/routes.ts'
import { peopleRoutes } from './routes.ts'
import { browser, contact, customer, hire, type Browser } from './trial-cast.ts'
import { openTrial, type Trial } from './trial-door.ts'

let fresh: FreshDatabase
let trial: Trial
const id: Record<string, string> = {}
const codes: Record<string, string> = {}

beforeAll(async () => {
  fresh = await freshDatabase()
  trial = await openTrial(fresh.url, [...peopleRoutes, ...premisesRoutes])
  id['zhou'] = await hire(trial, 'zhou', '周启明', ['GM'], null)
  id['shen'] = await hire(trial, 'shen', '沈维岳', ['PM'], id['zhou'])
  id['lin'] = await hire(trial, 'lin', '林若溪', ['CSM'], id['shen'], { department: 'customerService' })
  id['he'] = await hire(trial, 'he', '何景川', ['CSS'], id['lin'], { department: 'customerService' })
  id['su'] = await hire(trial, 'su', '苏瑾', ['CSA'], id['he'], { department: 'customerService' })
  id['ye'] = await hire(trial, 'ye', '叶舒', ['REC'], id['he'], { department: 'customerService' })
  id['feng'] = await hire(trial, 'feng', '冯涛', ['SEC'], id['shen'], { department: 'security' })
  id['peng'] = await hire(trial, 'peng', '彭博文', ['SYS'], id['zhou'])
  for (const [short, name, phone] of [
    ['衡岳', '衡岳澜资产管理有限公司', '19900001'],
    ['砚溪', '北京砚溪律师事务所', '19900002'],
  ] as const) {
    const made = await customer(trial, name, short)
    codes[short] = made.code
    id[short] = await contact(trial, made.id, `${short}甲`, `${phone}001`, ['TADM'], ['authorised'])
    id[`${short}乙`] = await contact(trial, made.id, `${short}乙`, `${phone}002`, ['TUSR'])
    id[`${short}丙`] = await contact(trial, made.id, `${short}丙`, `${phone}003`, [], ['emergency'])
  }
})
afterAll(async () => {
  await trial.close()
  await fresh.drop()
})

async function as(login: string): Promise<Browser> {
  const one = browser(trial)
  const answer = await one.signIn(login)
  expect([login, answer.statusCode]).toEqual([login, 200])
  return one
}
const outcome = async (answer: ReturnType<Browser['ask']>) => {
  const { statusCode, body } = await answer
  return [statusCode, body === '' ? null : (JSON.parse(body).code ?? null)]
}

test('everybody on the staff reads the directory; the way in is for SYS alone', async () => {
  const reception = await as('ye')
  const list = (await reception.ask('GET', '/api/staff?q=lrx')).json()
  expect(list.rows).toMatchObject([{ name: '林若溪', department: 'customerService', roles: ['CSM'] }])
  expect((await reception.ask('GET', '/api/staff?role=CSA')).json().rows).toHaveLength(1)
  expect((await reception.ask('GET', `/api/staff/${id['su']}`)).json()).toMatchObject({
    superior: { name: '何景川' },
    more: null,
    account: null,
  })
  const system = await as('peng')
  const card = (await system.ask('GET', `/api/staff/${id['su']}`)).json()
  expect(card.account).toMatchObject({ loginNames: ['su', 'su@example.com'], factor: false })
  expect(card.more.superiors).toHaveLength(1)
  expect((await (await as('19900001001')).ask('GET', '/api/staff')).statusCode).toBe(403)
})

test('pages of the directory join without a gap', async () => {
  const one = await as('ye')
  const names: string[] = []
  for (let after = ''; ; ) {
    const page = (await one.ask('GET', `/api/staff?limit=3${after}`)).json()
    names.push(...page.rows.map((row: { staffNumber: string }) => row.staffNumber))
    if (page.next === null) break
    after = `&after=${page.next}`
  }
  expect(names).toEqual([...new Set(names)].toSorted())
  expect(names).toHaveLength(8)
})

test('nobody comes to stand above his own superior', async () => {
  const system = await as('peng')
  const put = (who: string, superiorId: string | null) =>
    outcome(system.ask('PUT', `/api/staff/${id[who]}/superior`, { superiorId }))
  expect(await put('lin', id['su'] ?? '')).toEqual([409, 'superiorCycle'])
  expect(await put('su', id['su'] ?? '')).toEqual([409, 'superiorCycle'])
  expect(await put('su', null)).toEqual([422, 'superiorNeeded'])
  expect(await put('su', uuidv7(1))).toEqual([422, 'superiorUnknown'])
  trial.at('2026-11-24T02:00:01.000Z')
  expect((await system.ask('PUT', `/api/staff/${id['ye']}/superior`, { superiorId: id['lin'] })).statusCode).toBe(200)
  const { more } = (await system.ask('GET', `/api/staff/${id['ye']}`)).json()
  expect(more.superiors.map((one: { superior: { name: string } }) => one.superior.name)).toEqual(['林若溪', '何景川'])
})

test('two changes at once cannot close a circle', async () => {
  const system = await as('peng')
  const put = (who: string, under: string) =>
    system.ask('PUT', `/api/staff/${id[who]}/superior`, { superiorId: id[under] })
  const both = await Promise.all([put('su', 'ye'), put('ye', 'su')])
  expect(new Set(both.map((answer) => answer.statusCode))).toEqual(new Set([200, 409]))
  await put('ye', 'he')
  await put('su', 'he')
})

test('roles take two, hold at once, and end the sessions of the person', async () => {
  const [system, manager, project, assistant] = [await as('peng'), await as('lin'), await as('shen'), await as('su')]
  const asked = await system.ask('POST', '/api/role-requests', { personId: id['su'], roles: ['CSS', 'CSA'] })
  const request = asked.json().id
  expect(await outcome(system.ask('POST', '/api/role-requests', { personId: id['su'], roles: ['CSS'] }))).toEqual([
    409,
    'alreadyRequested',
  ])
  expect((await system.ask('POST', `/api/role-requests/${request}/decide`, { approve: true })).statusCode).toBe(403)
  expect((await manager.ask('GET', '/api/role-requests')).json().rows).toMatchObject([
    { now: ['CSA'], roles: ['CSA', 'CSS'], mine: true },
  ])
  expect((await manager.ask('POST', `/api/role-requests/${request}/decide`, { approve: true })).statusCode).toBe(200)
  expect(await outcome(project.ask('POST', `/api/role-requests/${request}/decide`, { approve: false }))).toEqual([
    409,
    'alreadyDecided',
  ])
  expect((await assistant.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await (await as('su')).ask('GET', '/api/me')).json().roles).toEqual(['CSA', 'CSS'])
})

test('nobody asks for, and nobody approves, roles of his own; the CSM decides for his department only', async () => {
  const [system, manager, project] = [await as('peng'), await as('lin'), await as('shen')]
  const request = async (who: string, roles: string[]) =>
    (await system.ask('POST', '/api/role-requests', { personId: id[who], roles })).json()
  expect((await request('peng', ['GM'])).code).toBe('notYourself')
  const forManager = (await request('lin', ['CSM', 'CSA'])).id
  expect(await outcome(manager.ask('POST', `/api/role-requests/${forManager}/decide`, { approve: true }))).toEqual([
    403,
    'notYourself',
  ])
  const forGuard = (await request('feng', ['SECM'])).id
  expect(await outcome(manager.ask('POST', `/api/role-requests/${forGuard}/decide`, { approve: true }))).toEqual([
    403,
    'notYourDepartment',
  ])
  expect((await project.ask('POST', `/api/role-requests/${forGuard}/decide`, { approve: false })).statusCode).toBe(200)
})

test('a guard collects no money and the system administrator touches no business', async () => {
  const system = await as('peng')
  const request = (roles: string[]) =>
    outcome(system.ask('POST', '/api/role-requests', { personId: id['feng'], roles }))
  expect(await request(['SEC', 'FIN'])).toEqual([422, 'guardCollects'])
  expect(await request(['SEC', 'CSA'])).toEqual([422, 'guardCollects'])
  expect(await request(['SYS', 'HR'])).toEqual([422, 'systemTouchesBusiness'])
})

test('nobody leaves before his people and his customers are in other hands; then his sessions end', async () => {
  const [system, supervisor] = [await as('peng'), await as('he')]
  const leave = (who: string) => outcome(system.ask('POST', `/api/staff/${id[who]}/deactivate`))
  expect(await leave('he')).toEqual([409, 'isSuperior'])
  expect(
    (await supervisor.ask('PUT', `/api/customers/${codes['衡岳']}/portfolio`, { csaId: id['su'] })).statusCode,
  ).toBe(200)
  expect(await leave('su')).toEqual([409, 'holdsPortfolio'])
  expect(await leave('peng')).toEqual([403, 'notYourself'])
  const guard = await as('feng')
  expect((await system.ask('POST', `/api/staff/${id['feng']}/deactivate`)).statusCode).toBe(200)
  expect((await guard.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await browser(trial).signIn('feng')).json()).toEqual({ code: 'signInFailed' })
})

test('a reset gives a secret once, which must be replaced before anything else and lapses after a week', async () => {
  const system = await as('peng')
  const before = await as('ye')
  const { secret } = (await system.ask('POST', `/api/staff/${id['ye']}/secret`)).json()
  expect((await before.ask('GET', '/api/me')).statusCode).toBe(401)
  const one = browser(trial)
  expect((await one.signIn('ye', secret)).json()).toEqual({ stage: 'newPassword' })
  expect((await one.ask('GET', '/api/staff')).statusCode).toBe(403)
  expect((await one.ask('PUT', '/api/me/password', { old: secret, fresh: 'a word of her own 5' })).json()).toEqual({
    stage: 'full',
  })
  expect((await one.ask('GET', '/api/staff')).statusCode).toBe(200)
  expect(await outcome(system.ask('POST', `/api/staff/${id['peng']}/secret`))).toEqual([403, 'notYourself'])

  const again = (await system.ask('POST', `/api/staff/${id['ye']}/secret`)).json()
  trial.at('2026-12-02T02:00:00.000Z')
  expect((await browser(trial).signIn('ye', again.secret)).statusCode).toBe(401)
  trial.at('2026-11-24T02:00:00.000Z')
  const kept = await trial.database.kysely.selectFrom('idempotency').select('body').execute()
  expect(kept.some(({ body }) => body.includes(secret))).toBe(false)
})

test('a company administrator keeps the contacts of his own company; another company is not there for him', async () => {
  const one = await as('19900001001')
  const own = (await one.ask('GET', `/api/customers/${codes['衡岳']}/contacts`)).json()
  expect(new Set(own.rows.map((row: { name: string }) => row.name))).toEqual(new Set(['衡岳甲', '衡岳乙', '衡岳丙']))
  const stranger = { name: '改名', phone: '', authorities: [] }
  expect(await outcome(one.ask('GET', `/api/customers/${codes['砚溪']}/contacts`))).toEqual([404, 'notFound'])
  expect(await outcome(one.ask('POST', `/api/customers/${codes['砚溪']}/contacts`, stranger))).toEqual([
    404,
    'notFound',
  ])
  expect(await outcome(one.ask('PUT', `/api/contacts/${id['砚溪丙']}`, stranger))).toEqual([404, 'notFound'])
  expect(await outcome(one.ask('POST', `/api/contacts/${id['砚溪丙']}/account`, { roles: ['TUSR'] }))).toEqual([
    404,
    'notFound',
  ])
  expect(await outcome(one.ask('POST', `/api/contacts/${id['砚溪乙']}/deactivate`))).toEqual([404, 'notFound'])
  expect(await outcome(one.ask('PUT', `/api/contacts/${id['su']}`, stranger))).toEqual([404, 'notFound'])
  const untouched = await trial.database.kysely
    .selectFrom('people')
    .select('name')
    .where('id', '=', id['砚溪丙'] ?? '')
    .executeTakeFirst()
  expect(untouched?.name).toBe('砚溪丙')
})

test('an employee of a customer has no contacts to look at; a guard sees telephones in part', async () => {
  expect((await (await as('19900001002')).ask('GET', `/api/customers/${codes['衡岳']}/contacts`)).statusCode).toBe(403)
  const seen = (await (await as('peng')).ask('GET', `/api/customers/${codes['衡岳']}/contacts`)).statusCode
  expect(seen).toBe(403)
  const guard = await hire(trial, 'jiang', '蒋宏', ['SEC'], id['shen'] ?? '', { department: 'security' })
  expect(guard).toBeTruthy()
  const list = (await (await as('jiang')).ask('GET', `/api/customers/${codes['衡岳']}/contacts`)).json()
  expect(list).toMatchObject({ masked: true, editable: false })
  const first = list.rows.find((row: { id: string }) => row.id === id['衡岳'])
  expect(first).toMatchObject({ phone: '199****1001', email: '', account: null })
})

test('a contact is invited with a password shown once; only an authorised person administers his company', async () => {
  const assistant = await as('su')
  const invite = (roles: string[]) => assistant.ask('POST', `/api/contacts/${id['衡岳丙']}/account`, { roles })
  expect(await outcome(invite(['TADM']))).toEqual([422, 'authorityNeeded'])
  const { secret, loginNames } = (await invite(['TUSR'])).json()
  expect(loginNames).toEqual(['19900001003'])
  const one = browser(trial)
  expect((await one.signIn('19900001003', secret)).json()).toEqual({ stage: 'newPassword' })
  const admin = `/api/contacts/${id['衡岳']}`
  expect(await outcome(assistant.ask('PUT', admin, { name: '衡岳甲', phone: '19900001001', authorities: [] }))).toEqual(
    [409, 'accountFirst'],
  )
})

test('a contact whose role changes or who leaves is out at once', async () => {
  const assistant = await as('su')
  const employee = await as('19900002002')
  expect((await assistant.ask('PUT', `/api/contacts/${id['砚溪乙']}/account`, { roles: ['TFIN'] })).statusCode).toBe(
    200,
  )
  expect((await employee.ask('GET', '/api/me')).statusCode).toBe(401)
  const again = await as('19900002002')
  expect((await assistant.ask('POST', `/api/contacts/${id['砚溪乙']}/deactivate`)).statusCode).toBe(200)
  expect((await again.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await browser(trial).signIn('19900002002')).statusCode).toBe(401)
  const administrator = await as('19900002001')
  expect(await outcome(administrator.ask('POST', `/api/contacts/${id['砚溪']}/deactivate`))).toEqual([
    403,
    'notYourself',
  ])
})

test('a mobile number that opens one account opens no other', async () => {
  const one = await as('19900002001')
  const rival = (
    await one.ask('POST', `/api/customers/${codes['砚溪']}/contacts`, {
      name: '冒名',
      phone: '19900001001',
      authorities: [],
    })
  ).json()
  expect(await outcome(one.ask('POST', `/api/contacts/${rival.id}/account`, { roles: ['TUSR'] }))).toEqual([
    422,
    'noLoginName',
  ])
})
