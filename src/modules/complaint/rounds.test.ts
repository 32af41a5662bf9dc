import { describe, expect, it, test } from 'vitest'
import {
  asked,
  dissatisfied,
  does,
  joinedCase,
  knowing,
  missing,
  rounds,
  slipAnd,
  stages,
  tries,
} from '#test/complaint.ts'

const free = stages()

describe('step 5: asked until he is content', () => {
  test('content, with everything there: closed', () => {
    const closed = does(free.confirmed, 'csa', 'callBack')
    expect(closed).toMatchObject({ state: 'closed', slip: { conclusion: 'satisfied', satisfiedAt: closed.now } })
    expect(closed.slip.callBacks).toMatchObject([{ number: 'HF-2026-1', fee: null, quality: 5 }])
  })

  test('content, but the plan is not accepted: it waits, and is closed later', () => {
    const waiting = does(knowing(free.confirmed, slipAnd('verified', 'planned')), 'csa', 'callBack')
    expect(waiting.state).toBe('callBack')
    expect(missing(tries(waiting, 'csa', 'close'))).toEqual(['plansAccepted'])
    expect(does(knowing(waiting, slipAnd('verified', 'exempted')), 'csa', 'close').state).toBe('closed')
  })

  it.each(['dissatisfied', 'acceptable'])('%s begins another round with its own clock', (conclusion) => {
    const again = does(free.confirmed, 'csa', 'callBack', { ...dissatisfied, conclusion })
    expect(again).toMatchObject({
      state: 'dispatched',
      slip: {
        round: 2,
        roundStartedAt: again.now,
        roundReason: 'engineering comes again',
        resolution: null,
        answer: null,
      },
    })
    expect(again.last?.escalates).toBeNull()
    expect(missing(tries(again, 'engm', 'resolve'))).toEqual(['everySlipDone'])
  })

  test('the customer says so himself in the portal', () => {
    expect(does(free.confirmed, 'tadm', 'satisfied').state).toBe('closed')
    const again = does(free.confirmed, 'tadm', 'notSatisfied')
    expect(again).toMatchObject({ state: 'dispatched', slip: { round: 2, roundReason: 'warm again since noon' } })
  })

  test('the third round brings the manager, the fourth the project manager, before anybody asks again', () => {
    const second = does(rounds(2), 'csa', 'callBack', dissatisfied)
    expect(second.last?.escalates).toEqual({ cause: 'visitInPerson:3', role: 'CSM', level: 1 })
    const third = rounds(3)
    expect(missing(tries(third, 'csa', 'callBack'))).toEqual(['managerVisited'])
    const visited = does(third, 'csm', 'visit', { ...(asked['visit'] as object), visitedAt: third.now })
    const fourth = does(visited, 'csa', 'callBack', dissatisfied)
    expect(fourth.last?.escalates).toEqual({ cause: 'visitInPerson:4', role: 'PM', level: 2 })
    const heard = rounds(4)
    const wrong = does(heard, 'csm', 'visit', { ...(asked['visit'] as object), visitedAt: heard.now })
    expect(missing(tries(wrong, 'csa', 'callBack'))).toEqual(['managerVisited'])
    expect(
      does(does(wrong, 'pm', 'visit', { ...(asked['visit'] as object), visitedAt: heard.now }), 'csa', 'callBack')
        .state,
    ).toBe('closed')
  })

  test('nobody answers: the complaint stays, and the manager hears after three attempts on two days', () => {
    const tried = [10, 60, 24 * 60].reduce(
      (told, minutes) => does(told, 'csa', 'notReached', undefined, minutes),
      free.confirmed,
    )
    expect(tried).toMatchObject({ state: 'callBack', slip: { conclusion: null } })
    expect(tried.last?.escalates).toEqual({ cause: 'neverReached', role: 'CSM', level: 1 })
    expect(missing(tries(tried, 'csa', 'close'))).toContain('customerSatisfied')
  })

  test('without 满意 only the project manager closes, after two visits, and it is counted apart', () => {
    const visit = (told: typeof free.confirmed, who: 'csm' | 'pm') =>
      does(told, who, 'visit', { ...(asked['visit'] as object), visitedAt: told.now })
    const once = visit(free.confirmed, 'csm')
    expect(missing(tries(once, 'pm', 'closeExceptionally'))).toEqual(['twoVisits'])
    expect(does(visit(once, 'pm'), 'pm', 'closeExceptionally')).toMatchObject({
      state: 'exceptionClosed',
      slip: { conclusion: null, closeReason: expect.any(String) },
    })
  })

  test('everybody whose complaint was joined in is called, and may be discontent too', () => {
    const shared = knowing(free.confirmed, { linked: [...(slipAnd('verified', 'accepted').linked ?? []), joinedCase] })
    const content = does(shared, 'csa', 'callBack')
    expect(content.state).toBe('callBack')
    expect(missing(tries(content, 'csa', 'close'))).toEqual(['joinedCalled'])
    expect(does(does(content, 'csa', 'callJoined'), 'csa', 'close').state).toBe('closed')
    const not = { ...(asked['callJoined'] as object), conclusion: 'dissatisfied', said: 'nothing changed here' }
    expect(does(content, 'csa', 'callJoined', not)).toMatchObject({
      state: 'dispatched',
      slip: { round: 2, roundReason: 'nothing changed here', conclusion: 'dissatisfied' },
    })
  })
})
