import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tx } from '#kernel/database/database.ts'
import type { KeptPage, KeptRow, PauseRow, PromiseBoard, PromiseRow, RedRow } from '#kernel/process/promises.ts'
import { type Actor, theClock } from '#kernel/process/roles.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { type Desk, deskOf } from '#test/repair-desk.ts'
import { dueIn } from './kept.ts'
import { openPromises } from './promises.ts'

/* The promise board, and what was kept and missed, through the HTTP door with a clock turned by hand. */

let here: TestHouse
let desk: Desk
const monday = '2026-11-23T01:00:00.000Z'

beforeAll(async () => {
  here = await testHouse(monday)
  desk = deskOf(here)
})
afterAll(() => here.close())
beforeEach(() => here.setClock(monday))

const get = async <Shown>(who: Somebody, path: string): Promise<Shown> => {
  const answer = await here.ask(who, 'GET', path)
  if (answer.status !== 200) throw new Error(`${who} ${path}: ${answer.status} ${answer.text}`)
  return answer.body as unknown as Shown
}
const open = async (who: Somebody, query = '') =>
  (await get<{ items: PromiseRow[]; count: number }>(who, `/api/promises${query}`)).items
const of = (rows: readonly PromiseRow[], number: string) =>
  rows.filter((row) => row.case.number === number).map(({ clock }) => clock)

const soon = { appointmentStart: '2026-11-23T01:05:00.000Z', appointmentEnd: '2026-11-23T02:00:00.000Z' }

test('every open promise stands on the board with whose it is and how long it has, soonest first', async () => {
  const number = await desk.open('lu', { ...soon, priority: 'P2' })
  const [waiting] = await open('lin')
  expect(waiting).toMatchObject({
    clock: 'dispatch',
    dueAt: '2026-11-23T01:05:00.000Z',
    departments: ['customerService'],
    person: { name: '陆思远' },
    role: 'CSA',
    level: null,
    pausedAt: null,
    case: { number, unit: { code: '1-1701' }, customer: { code: 'T003' } },
  })
  await desk.step('lu', number, 'deliver', {})
  const given = (await open('lin')).filter((row) => row.case.number === number)
  expect(given.map(({ clock, departments, person, role }) => [clock, departments, person, role])).toEqual([
    ['accept', ['engineering'], null, 'ENG'],
    ['finish', ['engineering'], null, 'ENG'],
  ])
  await desk.step('wang', number, 'accept', {})
  expect((await open('lin')).find((row) => row.case.number === number && row.clock === 'arrive')?.person?.name).toBe(
    '王志勇',
  )
  expect(given.map(({ dueAt }) => dueAt)).toEqual(given.map(({ dueAt }) => dueAt).toSorted())
})

test('a broken promise shows how far it went up and whether it was accepted', async () => {
  const number = await desk.open('lu', { ...soon, priority: 'P2' })
  await here.pass(6)
  const late = async () => (await open('lin', '?show=overdue')).find((row) => row.case.number === number)
  expect(await late()).toMatchObject({ clock: 'dispatch', level: 1, accepted: false })
  const before = (await get<PromiseBoard>('lin', '/api/promises/board')).red
  const red = async (who: Somebody) => (await get<{ items: RedRow[] }>(who, '/api/promises/red')).items
  expect((await red('lin')).length).toBe(before)
  expect((await red('he')).find((row) => row.case.number === number)).toMatchObject({ cause: 'dispatch', role: 'CSS' })
  expect((await red('gao')).some((row) => row.case.number === number)).toBe(false)
  const [raised] = await desk.escalations(number)
  await here.ask('he', 'POST', `/api/escalations/${raised?.id ?? ''}/accept`, { instruction: '陆思远立即送单。' })
  expect(await late()).toMatchObject({ level: 1, accepted: true })
  expect((await get<PromiseBoard>('lin', '/api/promises/board')).red).toBe(before - 1)
})

test('a pause is listed with reason, expected end and age, and is marked after twenty-four hours', async () => {
  const number = await desk.open('lu', { ...soon, priority: 'P2' })
  await desk.step('lu', number, 'deliver', {})
  await desk.step('wang', number, 'accept', {})
  await desk.step('wang', number, 'arrive', { companion: here.id.su })
  await desk.step('wang', number, 'begin')
  const expectedAt = '2026-11-25T01:00:00.000Z'
  await desk.step('wang', number, 'suspend', {
    reason: 'awaitMaterial',
    expectedAt,
    note: '等轴承',
    customerTold: true,
  })
  const paused = async () =>
    (await get<{ items: PauseRow[] }>('lin', '/api/promises/pauses')).items.find((row) => row.case.number === number)
  expect(await paused()).toMatchObject({ reason: 'awaitMaterial', expectedAt, startedAt: monday, long: false })
  expect((await open('lin', '?show=paused')).map(({ pause }) => pause?.reason)).toEqual(['awaitMaterial'])
  await here.pass(24 * 60 + 1)
  expect(await paused()).toMatchObject({ long: true })
  expect(of(await open('lin', '?show=overdue'), number)).toEqual([])
})

test('department, person, process and how it stands narrow the board, and its figures are the lengths of the lists', async () => {
  const { counts, people } = await get<PromiseBoard>('lin', '/api/promises/board')
  expect(counts.open).toBe((await open('lin')).length)
  for (const show of ['overdue', 'soon', 'today', 'paused'] as const)
    expect([show, counts[show]]).toEqual([show, (await open('lin', `?show=${show}`)).length])
  for (const row of people) {
    const person = row.person?.id ?? 'none'
    const rows = await open('lin', `?department=${row.department}&person=${person}`)
    const mine = row.person === null ? rows.filter(({ role }) => role === row.role) : rows
    expect([row.department, person, row.role, row.open]).toEqual([row.department, person, row.role, mine.length])
  }
  expect(await open('lin', '?process=complaint')).toEqual([])
})

test('a head sees the promises of his department, managers see all, others none', async () => {
  const own = async (who: Somebody) => new Set((await open(who)).flatMap(({ departments }) => departments))
  expect(await own('gao')).toEqual(new Set(['engineering']))
  expect(await own('he')).toEqual(new Set(['customerService']))
  expect(await own('shen')).toEqual(new Set(['engineering', 'customerService']))
  expect(await open('gao', '?department=customerService')).toEqual([])
  const board = await get<PromiseBoard>('gao', '/api/promises/board')
  expect(new Set(board.people.map(({ department }) => department))).toEqual(new Set(['engineering']))
  const statuses: number[] = []
  for (const who of ['lu', 'ye', 'wang', 'feng', 'yao', 'qin', 'tao'] as const)
    for (const path of ['', '/board', '/pauses', '/red', '/kept?month=2026-11', '/kept/cases?month=2026-11'])
      statuses.push((await here.ask(who, 'GET', `/api/promises${path}`)).status)
  expect(new Set(statuses)).toEqual(new Set([404]))
})

test('a promise is missed when it was met late or its time is up, and the list behind a figure has exactly its cases', async () => {
  here.setClock('2026-10-12T01:00:00.000Z')
  const times = { appointmentStart: '2026-10-12T01:20:00.000Z', appointmentEnd: '2026-10-12T02:00:00.000Z' }
  const quick = await desk.open('lu', { ...times, priority: 'P2' })
  await desk.step('lu', quick, 'deliver', {})
  await desk.step('wang', quick, 'accept', {})
  const slow = await desk.open('lu', { ...times, priority: 'P2' })
  await here.pass(6)
  await desk.step('lu', slow, 'deliver', {})
  const dropped = await desk.open('lu', { ...times, priority: 'P2' })
  await here.pass(6)
  await desk.step('lu', dropped, 'cancel', { reason: '客户来电取消' })
  const kept = (by: string, who: Somebody = 'lin') =>
    get<{ items: KeptRow[] }>(who, `/api/promises/kept?month=2026-10&by=${by}`).then(({ items }) => items)
  const list = (query: string, who: Somebody = 'lin') =>
    get<KeptPage>(who, `/api/promises/kept/cases?month=2026-10${query}`)
  const clocks = await kept('clock')
  const figure = (clock: string) => clocks.find((row) => row.clock === clock)
  expect(figure('dispatch')).toMatchObject({ kept: 1, missed: 1 })
  expect(figure('accept')).toMatchObject({ kept: 1, missed: 1 })
  expect((await list('&clock=dispatch&missed=yes')).items.map((row) => row.case.number)).toEqual([slow])
  expect((await list('')).items.some((row) => row.case.number === dropped)).toBe(false)
  for (const by of ['clock', 'department', 'person'] as const)
    for (const row of await kept(by)) {
      const where =
        by === 'clock'
          ? `&process=${row.process}&clock=${row.clock}`
          : by === 'department'
            ? `&department=${row.department}`
            : `&person=${row.person?.id ?? 'none'}`
      const [yes, no] = [await list(`${where}&missed=no`), await list(`${where}&missed=yes`)]
      expect([by, where, yes.count, no.count]).toEqual([by, where, row.kept, row.missed])
      expect([yes.items.length, no.items.length]).toEqual([row.kept, row.missed])
    }
  expect((await kept('department', 'gao')).map(({ department }) => department)).toEqual(['engineering'])
  expect((await list('', 'gao')).items.every(({ clock }) => clock !== 'dispatch')).toBe(true)
})

test('a promise that is met to the minute is kept', async () => {
  here.setClock('2026-09-14T01:00:00.000Z')
  const number = await desk.open('lu', {
    appointmentStart: '2026-09-14T01:20:00.000Z',
    appointmentEnd: '2026-09-14T02:00:00.000Z',
    priority: 'P2',
  })
  here.setClock('2026-09-14T01:05:00.000Z')
  await desk.step('lu', number, 'deliver', {})
  const { items } = await get<{ items: KeptRow[] }>('lin', '/api/promises/kept?month=2026-09')
  expect(items.find(({ clock }) => clock === 'dispatch')).toMatchObject({ kept: 1, missed: 0 })
})

test('what is no month, standing, person or page is refused', async () => {
  for (const query of [
    '?show=late',
    '?person=somebody',
    '?department=kitchen',
    '?after=bm90aGluZw',
    '/kept?month=2026-13',
    '/kept?month=1999-01',
    '/kept/cases?month=2026-11&after=x',
    '/kept?month=2026-11&by=nothing',
  ])
    expect([query, (await here.ask('lin', 'GET', `/api/promises${query}`)).status]).toEqual([query, 400])
})

/** What the planner would do for a question, as this person asks it. */
async function planOf(
  ask: (tx: Tx) => { compile(): { sql: string; parameters: readonly unknown[] } },
): Promise<string> {
  const lines = await here.house.database.asHouse(async (tx) => {
    const { sql: text, parameters } = ask(tx).compile()
    return (await tx.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain ${text}`, [...parameters]))).rows
  })
  return lines.map((line) => line['QUERY PLAN']).join('\n')
}

test('among many closed cases the board reads the open promises by their index, and a month by its due moments', async () => {
  await here.house.database.asHouse(async (tx) => {
    await sql`
      insert into cases (id, process, number, state, title, opened_as, opened_at, entered_at, closed_at)
      select gen_random_uuid(), 'repair', 'OLD-' || n, 'registered', '旧单', 'staff', at, at, at + interval '1 hour'
      from generate_series(1, 20000) n, lateral (select timestamptz '2025-01-01' + n * interval '40 minutes' as at) as moment`.execute(
      tx,
    )
    await sql`
      insert into deadlines (case_id, clock, round, kind, started_at, due_at, met_at)
      select id, clock, 1, 'WALL', opened_at, opened_at + interval '30 minutes', opened_at + interval '20 minutes'
      from cases, unnest(array['dispatch', 'accept', 'finish']) as clock where number like 'OLD-%'`.execute(tx)
  })
  await here.house.database.kysely.executeQuery(CompiledQuery.raw('analyze cases, deadlines'))
  const lin: Actor = { ...theClock, kind: 'staff', id: here.id.lin, roles: ['CSM'] }
  expect(await planOf((tx) => openPromises(tx, here.house, lin, {}))).toContain('deadlines_open')
  expect(await planOf((tx) => dueIn(tx, here.house, lin, { month: '2025-03' }))).toContain('deadlines_due')
  const counted = await get<KeptPage>('lin', '/api/promises/kept/cases?month=2025-03&clock=finish')
  expect([counted.items.length, counted.count]).toEqual([100, 1116])
  const second = await get<KeptPage>('lin', `/api/promises/kept/cases?month=2025-03&clock=finish&after=${counted.next}`)
  expect(second.items[0]?.case.number).not.toBe(counted.items.at(-1)?.case.number)
  expect(second.count).toBe(1116)
})
