import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asked, open, plan } from '#test/corrective-action.ts'
import { canEnd, legalWalk } from '#test/department-walk.ts'

const picks = (least: number) =>
  fc.array(fc.record({ pick: fc.nat(), minutes: fc.integer({ min: 1, max: 9 * 1440 }) }), {
    minLength: least,
    maxLength: 40,
  })
const dayAfter = (now: string, days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10)

const answer = (action: string, now: string, pick: number): object | undefined => {
  if (action === 'submitPlan') return { ...plan, correctiveBy: dayAfter(now, 20), preventiveBy: dayAfter(now, 30) }
  if (action === 'verify' && pick % 2 === 1) return { effect: 'ineffective', verifyNote: 'again' }
  return asked[action]
}

describe('any legal walk', () => {
  it('keeps the report valid, and no plan is judged by who submitted it', () => {
    fc.assert(
      fc.property(picks(20), (steps) => {
        for (const one of legalWalk(open, steps, answer)) {
          expect(one.process.slip.safeParse(one.slip).success).toBe(true)
          expect(one.slip['earlierRounds']).toHaveLength(Number(one.slip['round']) - 1)
          if (one.slip['acceptedAt'] !== null) expect(one.slip['submittedAt']).not.toBeNull()
          if (one.state === 'closed') expect(one.slip['effect']).toBe('effective')
        }
      }),
      { numRuns: 60 },
    )
  })
  it('leaves an end within reach wherever it stops', () => {
    fc.assert(
      fc.property(picks(3), (steps) => {
        const last = legalWalk(open, steps, answer).at(-1) ?? open
        expect(canEnd(last, answer), `${last.state} ${JSON.stringify(last.slip)}`).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
