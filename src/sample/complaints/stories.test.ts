import { describe, expect, test } from 'vitest'
import { dateOf } from '#lib/show-time.ts'
import { plusDays } from '#lib/time.ts'
import type { ComplaintSlip } from '#modules/complaint/slip.ts'
import type { CorrectiveSlip } from '#modules/corrective-action/slip.ts'
import { moments, type Played, play, saidToCustomers, unkept } from '../play.ts'
import type { Rehearsed } from '../rehearsal.ts'
import { complaintTales } from './tales.ts'
import { troubles } from './troubles.ts'

/* The complaints of the sample against the rules alone, at many moments: none may tell what the house would refuse. */

const slipOf = ({ slip }: Rehearsed) => slip as unknown as ComplaintSlip
const reportOf = ({ slip }: Rehearsed) => slip as unknown as CorrectiveSlip
const ended = ['closed', 'exceptionClosed', 'joined', 'cancelled']
const unsolved = ['registered', 'assigned', 'dispatched', 'onSite', 'deferred']

const played = new Map<string, Promise<Played>>()
/** Each moment is played once, whatever is asked of it. */
function whole(now: string): Promise<Played> {
  const told = played.get(now) ?? play(now, (stage) => complaintTales(stage, 1))
  played.set(now, told)
  return told
}

describe('the complaints of the sample', () => {
  test('are of every category, in more than forty ways', () => {
    expect(new Set(troubles.map(({ category }) => category)).size).toBe(16)
    expect(new Set(troubles.map(({ text }) => text)).size).toBeGreaterThan(40)
    expect(troubles.filter(({ english }) => english).length).toBeGreaterThan(1)
  })

  test.each(moments)(
    'are accepted by the rules, with the mix of §12.5: %s',
    async (_when, now) => {
      const { cases, refused } = await whole(now)
      expect(refused).toBeNull()
      const complaints = cases.filter(({ process }) => process.name === 'complaint')
      expect(complaints).toHaveLength(60)
      const open = complaints.filter(({ state }) => !ended.includes(state))
      expect(open).toHaveLength(6)

      const first = open.filter((one) => unsolved.includes(one.state) && slipOf(one).round === 1)
      const levels = first.map(({ escalations }) => escalations.map((one) => `${one.role} ${one.acceptedAt === null}`))
      expect(levels.toSorted((a, b) => a.join().localeCompare(b.join()))).toEqual([[], ['CSM true'], ['PM false']])
      expect(first.find(({ escalations }) => escalations[0]?.role === 'PM')?.state).toBe('deferred')
      const young = first.find(({ escalations }) => escalations.length === 0)
      expect(young && dateOf(young.openedAt)).toBe(dateOf(now))

      const [letter, ...others] = open.filter(({ state }) => state === 'replyPending')
      expect(others).toEqual([])
      const reply = letter?.promises.find(({ clock, met }) => clock === 'reply' && met === null)
      expect(reply && reply.due > now && dateOf(reply.due) <= plusDays(dateOf(now), 8)).toBe(true)
      const again = open.filter((one) => unsolved.includes(one.state) && slipOf(one).round === 2)
      expect(again.map(({ escalations }) => escalations.length)).toEqual([0, 0])

      const closed = complaints.filter(({ state }) => state === 'closed')
      expect(closed.every((one) => slipOf(one).conclusion === 'satisfied')).toBe(true)
      const [exceptional] = complaints.filter(({ state }) => state === 'exceptionClosed')
      expect(exceptional && slipOf(exceptional).visits.length).toBe(2)
      expect(complaints.filter(({ state }) => state === 'joined')).toHaveLength(3)
      expect(closed.filter((one) => slipOf(one).joinedCalls.length > 0)).toHaveLength(2)
      expect(closed.filter((one) => slipOf(one).round > 1)).toHaveLength(4)

      const slips = complaints.map(slipOf)
      expect(slips.filter(({ majorBecause }) => majorBecause.includes('repeated')).length).toBeGreaterThanOrEqual(1)
      const major = slips.filter(({ grade }) => grade === 'major').length
      expect(major).toBeGreaterThanOrEqual(3)
      expect(major).toBeLessThanOrEqual(7)
      expect(slips.filter(({ deferrals }) => deferrals.length > 0)).toHaveLength(6)
      const broken = complaints.filter(({ escalations }) => escalations.some(({ cause }) => cause === 'promised'))
      expect(broken).toHaveLength(1)
      expect(slips.filter(({ replies }) => replies.length > 0).length).toBeGreaterThanOrEqual(6)
      expect(new Set(slips.map(({ channel }) => channel)).size).toBe(4)
      expect(new Set(slips.map(({ category }) => category)).size).toBeGreaterThanOrEqual(12)
      const direct = slips.filter((one) => one.direct).length
      expect(direct).toBeGreaterThan(18)
      expect(direct).toBeLessThan(42)
    },
    60_000,
  )

  test.each(moments)(
    'leave service slips and corrective actions behind in matching states: %s',
    async (_when, now) => {
      const { cases } = await whole(now)
      const reports = cases.filter(({ process }) => process.name === 'corrective-action')
      expect(reports.filter(({ state }) => state === 'done').length).toBeGreaterThanOrEqual(2)
      expect(reports.filter(({ state }) => state === 'exempted').length).toBeGreaterThanOrEqual(2)
      expect(reports.some((one) => reportOf(one).round === 2 && one.state !== 'closed')).toBe(true)
      expect(reports.some((one) => reportOf(one).systemic)).toBe(true)
      for (const complaint of cases.filter(
        ({ process, state }) => process.name === 'complaint' && ended.includes(state),
      )) {
        const below = complaint.links.flatMap(({ kind, way, id }) =>
          kind === 'raised' && way === 'down' ? (cases.find((one) => one.id === id) ?? []) : [],
        )
        const slips = below.filter(({ process }) => process.name === 'service-slip')
        expect(slips.map(({ state }) => state)).toEqual(slips.map(() => 'verified'))
        expect(below.filter(({ state }) => state === 'open' && complaint.state === 'closed').map(reportOf)).toEqual([])
      }
    },
    60_000,
  )

  test.each(moments)(
    'break a promise here and there, and of what stands open only the named one: %s',
    async (_when, now) => {
      const { cases } = await whole(now)
      const promises = cases.flatMap((one) => one.promises)
      const met = promises.filter((one) => one.met !== null)
      const kept = met.filter((one) => one.met !== null && one.met <= one.due)
      expect(kept.length / met.length).toBeGreaterThan(0.9)
      expect(kept.length / met.length).toBeLessThan(1)
      const named = ({ of }: { readonly of: Rehearsed }) =>
        cases.find((one) => one.tale === of.tale && one.process.name === 'complaint')?.escalations[0]?.role ?? 'nobody'
      const broken = unkept(cases, now).map((one) => `${named(one)}: ${one.of.process.name} ${one.clock}`)
      const expected = [
        'CSM: complaint solve',
        'CSM: service-slip finish',
        'PM: complaint sameDay',
        'PM: complaint solve',
      ]
      expect(broken.filter((one) => !expected.includes(one))).toEqual([])
    },
    60_000,
  )

  test('say nothing to a customer that the house does not say', async () => {
    const { cases } = await whole('2026-11-24T06:40:00.000Z')
    const said = saidToCustomers(cases)
    expect(said.length).toBeGreaterThan(60)
    expect(said.filter(({ hits }) => hits.length > 0)).toEqual([])
  }, 20_000)

  test('a smaller building has fewer, and the open ones all the same', async () => {
    const { cases, refused } = await play('2026-11-24T06:40:00.000Z', (stage) => complaintTales(stage, 0.13))
    expect(refused).toBeNull()
    const complaints = cases.filter(({ process }) => process.name === 'complaint')
    expect(complaints).toHaveLength(13)
    expect(complaints.filter(({ state }) => !ended.includes(state))).toHaveLength(6)
  }, 20_000)
})
