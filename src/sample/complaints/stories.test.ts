import { describe, expect, test } from 'vitest'
import type { ComplaintSlip } from '#modules/complaint/slip.ts'
import { complaintTales } from './tales.ts'
import { moments, type Played, play } from '../play.ts'

/* The complaints of the sample against the rules alone, at many moments: none may tell what the house would refuse. */

const slipOf = ({ slip }: Played['cases'][number]) => slip as unknown as ComplaintSlip

describe('the complaints of the sample', () => {
  test.each(moments)('are accepted by the rules, with the mix of §12.5: %s', async (_when, now) => {
    const { cases, refused } = await play(now, (stage) => complaintTales(stage, 1))
    expect(refused).toBeNull()
    const complaints = cases.filter(({ process }) => process.name === 'complaint')
    expect(complaints).toHaveLength(60)
    const at = (...states: string[]) => complaints.filter(({ state }) => states.includes(state))
    console.log(Object.entries(Object.groupBy(cases, (c) => c.process.name + ' ' + c.state)).map(([k, v]) => k + ' ' + v?.length).join('\n'))
    console.log(cases.flatMap(c => c.escalations.map(e => [c.number, e.cause, e.role, e.level, e.raisedAt, e.acceptedAt ? 'ok' : 'OPEN'].join(' '))).join('\n'))
    expect(at('x')).toHaveLength(0)
    void slipOf
  }, 60_000)
})
