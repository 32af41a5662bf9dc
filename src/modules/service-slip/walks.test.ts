import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canEnd, legalWalk } from '#test/department-walk.ts'
import { asked, sent } from '#test/service-slip.ts'

const picks = (least: number) =>
  fc.array(fc.record({ pick: fc.nat(), minutes: fc.integer({ min: 1, max: 200 }) }), {
    minLength: least,
    maxLength: 40,
  })
const soon = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** What is answered when this is asked: times always ahead, and never the one it has. */
const answer = (action: string, now: string, pick: number): object | undefined => {
  if (['suggestTime', 'revise', 'giveBack'].includes(action))
    return { ...asked[action], requiredBy: soon(now, 400 + (pick % 97)) }
  return asked[action]
}

describe('any legal walk', () => {
  it('keeps the slip valid and moves only along the chart', () => {
    fc.assert(
      fc.property(picks(20), (steps) => {
        for (const one of legalWalk(sent, steps, answer)) {
          expect(one.process.slip.safeParse(one.slip).success).toBe(true)
          if (one.state === 'verified') expect(one.slip['verifiedBy']).not.toBe(one.slip['responsible'])
          if (one.slip['acceptedAt'] !== null) expect(one.copies.map(({ handedTo }) => handedTo)).not.toContain(null)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('leaves an end within reach wherever it stops', () => {
    fc.assert(
      fc.property(picks(3), (steps) => {
        const last = legalWalk(sent, steps, answer).at(-1) ?? sent
        expect(canEnd(last, answer), `${last.state} ${JSON.stringify(last.slip)}`).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
