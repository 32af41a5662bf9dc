import { describe, expect, test } from 'vitest'
import { plusMinutes } from '#lib/time.ts'
import { moments, type Played, play, saidToCustomers, unkept } from '../play.ts'
import { enquiryTales } from './enquiry-tales.ts'
import { messageTales } from './message-tales.ts'
import { opinionTales } from './opinion-tales.ts'
import { slipTales } from './slip-tales.ts'

/* What comes over the counter in the sample, against the rules alone. */

const played = new Map<string, Promise<Played>>()
function whole(now: string): Promise<Played> {
  const told =
    played.get(now) ??
    play(now, (stage) => [
      ...slipTales(stage, 80),
      ...messageTales(stage, 40),
      ...enquiryTales(stage, 60),
      ...opinionTales(stage, 30),
    ])
  played.set(now, told)
  return told
}

function statesOf({ cases }: Played, process: string): Record<string, number> {
  const of = cases.filter((one) => one.process.name === process)
  return Object.fromEntries([...Map.groupBy(of, ({ state }) => state)].map(([state, some]) => [state, some.length]))
}

describe('what the counter of the sample takes', () => {
  test.each(moments)(
    'is accepted by the rules, in its numbers, some of it open: %s',
    async (_when, now) => {
      const told = await whole(now)
      expect(told.refused).toBeNull()
      const slips = statesOf(told, 'service-slip')
      expect(slips).toMatchObject({ sent: 2, accepted: 3, done: 1, returned: 1, suggested: 1 })
      expect((slips['verified'] ?? 0) + (slips['cancelled'] ?? 0)).toBe(72)
      const messages = statesOf(told, 'message')
      expect(messages).toMatchObject({ taken: 2, handed: 1, promised: 1 })
      expect(Object.values(messages).reduce((sum, one) => sum + one)).toBe(40)
      expect(statesOf(told, 'enquiry')).toEqual({ open: 3, transferred: 1, answered: 1, closed: 55 })
      expect(statesOf(told, 'opinion')).toEqual({
        collected: 1,
        classified: 1,
        sent: 2,
        answered: 1,
        fedBack: 1,
        closed: 24,
      })
    },
    20_000,
  )

  test.each(moments)(
    'is late with one service slip, one message and one enquiry: %s',
    async (_when, now) => {
      const { cases } = await whole(now)
      const late = unkept(cases, now).map(({ of, clock }) => `${of.process.name} ${of.state} ${clock}`)
      expect(late.toSorted()).toEqual(
        [
          'enquiry open answer',
          'message handed hand',
          'message promised hand',
          'message taken hand',
          'message taken unhanded',
          'service-slip accepted finish',
        ].filter((one) => late.includes(one)),
      )
      expect(late).toContain('service-slip accepted finish')
      expect(late).toContain('enquiry open answer')
      expect(late).toContain('message taken unhanded')
      const unheard = cases.filter((one) => one.escalations.some(({ acceptedAt }) => acceptedAt === null))
      expect(unheard.map(({ process, state }) => `${process.name} ${state}`).toSorted()).toEqual([
        'enquiry open',
        'message taken',
      ])
      const [message] = unheard.filter(({ process }) => process.name === 'message')
      expect(message?.openedAt).toBe(plusMinutes(now, -34))
    },
    20_000,
  )

  test('says nothing to a customer that the house does not say', async () => {
    const said = saidToCustomers((await whole('2026-11-24T06:40:00.000Z')).cases)
    expect(said.length).toBeGreaterThan(60)
    expect(said.filter(({ hits }) => hits.length > 0)).toEqual([])
  })

  test('a smaller building has fewer, and something open of each', async () => {
    const { cases, refused } = await play('2026-11-24T06:40:00.000Z', (stage) => [
      ...slipTales(stage, 11),
      ...messageTales(stage, 5),
      ...enquiryTales(stage, 8),
      ...opinionTales(stage, 4),
    ])
    expect(refused).toBeNull()
    for (const process of ['service-slip', 'message', 'enquiry', 'opinion'])
      expect(cases.some((one) => one.process.name === process && !one.process.states[one.state]?.final)).toBe(true)
  })
})
