import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ComplaintDesk, complaintDesk, slipsTo } from '#test/complaint-desk.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { shanghai, tuesday } from '#test/moment.ts'
import { categories } from './slip.ts'

/* §14 test 1 and §2.5.3 through the HTTP door, minute by minute, with a clock turned by hand. */

let here: TestHouse
let desk: ComplaintDesk

beforeAll(async () => {
  here = await testHouse(shanghai('08:00'))
  desk = complaintDesk(here)
})
afterAll(() => here.close())

/** Turns the clock to this minute and lets the house do what is then due. */
async function at(clock: string, date = tuesday): Promise<void> {
  here.setClock(shanghai(clock, date))
  await here.pass(0)
}
/** Each about something else: repeated, they would be major. */
let counted = 0
const another = () => ({ category: categories[counted++ % categories.length] })
/** Taken at reception at this minute, taken up, the customer called, and sent to engineering. */
async function sent(clock: string, more: object = {}, date = tuesday): Promise<string> {
  here.setClock(shanghai(clock, date))
  const number = await desk.take('ye', { ...another(), ...more })
  await desk.step('lu', number, 'contact', { how: 'phone', spokeWith: '秦澜', said: '工程师马上到' })
  await desk.step('lu', number, 'dispatch', slipsTo(here, 'engineering'))
  return number
}
const deferral = (more: object = {}) => ({
  reason: '须更换配件',
  informedAt: here.house.now(),
  informedWho: '秦澜',
  understanding: 'agreed',
  promisedAt: shanghai('09:00', '2026-11-26'),
  ...more,
})

describe('§14 test 1', () => {
  test('09:10: solved by 11:10 or to the manager, by 18:00 or to the project manager, by 20:00 to the general manager', async () => {
    const number = await sent('09:10')
    const { clocks } = await desk.read('lin', number)
    expect(clocks.find(({ clock }) => clock === 'solve')?.dueAt).toBe(shanghai('11:10'))
    await at('11:09')
    expect(await desk.raised(number)).toEqual([])
    await at('11:10')
    expect(await desk.raised(number)).toEqual(['solve CSM 1'])
    await at('17:59')
    expect(await desk.raised(number)).toEqual(['solve CSM 1'])
    await at('18:00')
    expect((await desk.raised(number)).toSorted()).toEqual(['sameDay PM 2', 'solve CSM 1'])
    await at('19:59')
    expect(await desk.raised(number)).toHaveLength(2)
    await at('20:00')
    expect(await desk.raised(number)).toContain('levelTwoUnanswered GM 3')
    expect(await desk.told('zhou', number)).toContain('escalation')
  })

  test('17:30: both at 19:30, for the day gives two hours', async () => {
    const number = await sent('17:30')
    await at('19:29')
    expect(await desk.raised(number)).toEqual([])
    await at('19:30')
    expect((await desk.raised(number)).toSorted()).toEqual(['sameDay PM 2', 'solve CSM 1'])
  })

  test('22:40: the project manager at 23:59, the manager at 00:40', async () => {
    const number = await sent('22:40')
    await at('23:58')
    expect(await desk.raised(number)).toEqual([])
    await at('23:59')
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    await at('00:39', '2026-11-25')
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    await at('00:40', '2026-11-25')
    expect((await desk.raised(number)).toSorted()).toEqual(['sameDay PM 2', 'solve CSM 1'])
  })

  test('deferred in time: no level 1 at 11:10, the project manager at 18:00 all the same, and level 1 when the promise passes', async () => {
    const number = await sent('09:10')
    here.setClock(shanghai('10:00'))
    await desk.step('lu', number, 'defer', deferral({ informedAt: shanghai('09:50') }))
    await at('11:10')
    await at('17:59')
    expect(await desk.raised(number)).toEqual([])
    await at('18:00')
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    expect((await desk.accepts('shen', number, '盯住到货')).status).toBe(200)
    await at('08:59', '2026-11-26')
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    await at('09:00', '2026-11-26')
    expect((await desk.raised(number)).toSorted()).toEqual(['promised CSM 1', 'sameDay PM 2'])
  })

  test('deferred without the customer’s understanding: level 1 at 11:10 as if nothing had been said', async () => {
    const number = await sent('09:10')
    await desk.step('lu', number, 'defer', deferral({ understanding: 'notAgreed' }))
    await at('11:10')
    expect(await desk.raised(number)).toEqual(['solve CSM 1'])
  })

  test('a deferral after the due time, a promise already past, or one told too late is refused', async () => {
    const number = await sent('09:10')
    const refused = async (input: object) => (await desk.ask('lu', number, 'defer', input)).body['missing']
    here.setClock(shanghai('10:00'))
    expect(await refused(deferral({ promisedAt: shanghai('09:59') }))).toMatchObject([{ need: 'promiseAhead' }])
    expect(await refused(deferral({ informedAt: shanghai('10:01') }))).toMatchObject([{ need: 'informedBeforeDue' }])
    await at('11:11')
    expect(await refused(deferral({ informedAt: shanghai('11:00') }))).toMatchObject([{ need: 'deferredInTime' }])
  })

  test('across a holiday the wall clock does not stop, and the letter waits for working days', async () => {
    const eve = '2026-09-30'
    const number = await sent('22:40', { channel: 'letter' }, eve)
    await at('23:59', eve)
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    await at('00:40', '2026-10-01')
    expect(await desk.raised(number)).toContain('solve CSM 1')
    await at('17:59', '2026-10-08')
    expect((await desk.raised(number)).filter((one) => /eply/.test(one))).toEqual([])
    await at('18:00', '2026-10-08')
    expect(await desk.raised(number)).toContain('holdingReply CSS 1')
    await at('17:59', '2026-10-10') // a Saturday worked for the holiday
    expect(await desk.raised(number)).not.toContain('reply CSM 1')
    await at('18:00', '2026-10-10')
    expect(await desk.raised(number)).toContain('reply CSM 1')
  })

  test('what does not affect the customer directly has a day; the same day still goes up', async () => {
    const number = await sent('09:10', { direct: false })
    await at('18:00')
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    expect((await desk.accepts('shen', number, '明早前解决')).status).toBe(200)
    await at('09:09', '2026-11-25')
    expect(await desk.raised(number)).toEqual(['sameDay PM 2'])
    await at('09:10', '2026-11-25')
    expect((await desk.raised(number)).toSorted()).toEqual(['sameDay PM 2', 'solve CSM 1'])
  })
})

describe('§2.5.3: accepted, with an instruction', () => {
  test('an acceptance without an instruction is refused; until there is one it is sent again every fifteen minutes', async () => {
    const number = await sent('09:10')
    const times = async () => (await desk.told('lin', number)).filter((event) => event === 'escalation').length
    await at('11:10')
    expect(await times()).toBe(1)
    expect((await desk.accepts('lin', number, ' ')).status).toBe(400)
    await at('11:24')
    expect(await times()).toBe(1)
    await at('11:25')
    expect(await times()).toBe(2)
    expect((await desk.accepts('lin', number, '何景川到场协调')).status).toBe(200)
    await at('11:55')
    expect(await times()).toBe(2)
    const line = (await desk.read('lin', number)).timeline.find(({ action }) => action === 'acceptEscalation')
    expect(line).toMatchObject({ actorName: '林若溪', input: { cause: 'solve', instruction: '何景川到场协调' } })
  })

  test('a major one not accepted in thirty minutes goes to the project manager; accepted, it does not', async () => {
    const [left, taken] = [await sent('09:10', { injury: true }), await sent('09:10', { media: true })]
    await at('11:10')
    expect((await desk.accepts('lin', taken, '我到现场')).status).toBe(200)
    await at('11:39')
    expect(await desk.raised(left)).toEqual(['solve CSM 1'])
    await at('11:40')
    expect((await desk.raised(left)).toSorted()).toEqual(['levelOneUnanswered PM 2', 'solve CSM 1'])
    expect(await desk.raised(taken)).toEqual(['solve CSM 1'])
  })

  test('accepted by the project manager, it does not reach the general manager', async () => {
    const number = await sent('09:10')
    await at('18:00')
    expect((await desk.accepts('shen', number, '连夜处理')).status).toBe(200)
    await at('20:00')
    await at('23:00')
    expect((await desk.raised(number)).filter((one) => one.includes('GM'))).toEqual([])
  })

  test('what cannot be solved goes up at once', async () => {
    const number = await sent('09:10')
    await desk.step('lu', number, 'cannotSolve', { reason: '厂家无配件' })
    expect(await desk.raised(number)).toEqual(['cannotSolve CSM 1'])
    expect((await desk.ask('lu', number, 'cannotSolve', { reason: '仍无' })).body['missing']).toMatchObject([
      { need: 'notGivenUp' },
    ])
  })
})

describe('§2.5.3: taken up', () => {
  test('nobody followed in ten minutes, nobody called in fifteen: the shift lead hears', async () => {
    here.setClock(shanghai('09:10'))
    const number = await desk.take('ye', another())
    await at('09:19')
    expect(await desk.raised(number)).toEqual([])
    await at('09:20')
    expect(await desk.raised(number)).toEqual(['follow CSS 1'])
    await at('09:25')
    expect((await desk.raised(number)).toSorted()).toEqual(['firstContact CSS 1', 'follow CSS 1'])
  })

  test('an assistant who took it himself is following already', async () => {
    here.setClock(shanghai('09:10'))
    const number = await desk.take('lu', another())
    await at('09:20')
    expect(await desk.raised(number)).toEqual([])
  })
})
