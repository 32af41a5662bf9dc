import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { type Desk, deskOf } from '#test/repair-desk.ts'

/* 报修记录表 through the HTTP door. */

let here: TestHouse
let desk: Desk
let number = ''

beforeAll(async () => {
  here = await testHouse('2026-11-23T01:00:00.000Z')
  desk = deskOf(here)
  number = await desk.open('lu')
})
afterAll(() => here.close())

const daily = (who: Somebody, date: string, language = 'zh') =>
  here.ask(who, 'GET', `/api/repair/daily/${date}`, undefined, { 'accept-language': language })

test('the desk and engineering print the register of a day, in both languages and of an empty day too', async () => {
  for (const [who, date, language] of [
    ['lu', '2026-11-23', 'zh'],
    ['gao', '2026-11-23', 'en'],
    ['heMin', '2026-11-24', 'zh'],
  ] as const) {
    const answer = await daily(who, date, language)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.text.startsWith('%PDF')).toBe(true)
    expect(answer.headers['content-disposition']).toContain(`F-31-${date}.pdf`)
  }
})

test('for tenants and roles without the slip there is no register', async () => {
  const statuses: number[] = []
  for (const who of ['qin', 'tao', 'feng', 'peng'] as const) statuses.push((await daily(who, '2026-11-23')).status)
  expect(statuses).toEqual([404, 404, 404, 404])
})

test('what is no date is not found, and a case is still found beside it', async () => {
  for (const date of ['2026-02-30', '1999-01-01', 'today'])
    expect([date, (await daily('lu', date)).status]).toEqual([date, 404])
  expect((await here.ask('lu', 'GET', `/api/repair/${number}`)).body).toMatchObject({ number })
})

test('every paper of a fresh slip is printed, by copy and in both languages', async () => {
  for (const paper of ['slip.pdf?copy=1,3', 'slip.pdf', 'callBackRecord.pdf', 'carriedPayment.pdf'])
    for (const language of ['zh', 'en']) {
      const path = `/api/repair/${number}/paper/${paper}`
      expect([path, (await here.ask('he', 'GET', path, undefined, { 'accept-language': language })).status]).toEqual([
        path,
        200,
      ])
    }
})
