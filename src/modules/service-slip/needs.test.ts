import { describe, expect, it, test } from 'vitest'
import { decide, decideOpening } from '#kernel/process/decide.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { at, type Case, person, tries } from '#test/department-case.ts'
import { cast, shanghai } from '#test/moment.ts'
import {
  accepted,
  asked,
  assistant,
  done,
  engineer,
  head,
  manager,
  request,
  sent,
  serviceSlip,
  suggested,
} from '#test/service-slip.ts'
import { isRefusal } from '#test/walk.ts'
import { needs } from './process/needs.ts'

interface Trial {
  readonly of: Case
  readonly by: Actor
  readonly does: string
  readonly slip?: object
  readonly input?: object
  readonly minutes?: number
}
const guard = cast.sec
const [cleaner, bookkeeper] = [person('CLNM'), person('FIN')]
const both = (...actors: readonly Actor[]): Actor => ({
  ...(actors[0] as Actor),
  roles: actors.flatMap(({ roles }) => roles),
})

/** A moment in which this one need is missing, and what has to change for it to hold. */
const rows: Readonly<Record<string, Trial & { readonly met: Partial<Trial> }>> = {
  yourDepartment: { of: sent, by: guard, does: 'accept', met: { by: engineer } },
  yourTeam: { of: sent, by: person('SECM'), does: 'assign', met: { by: head } },
  yourJob: {
    of: accepted,
    by: cast.engB,
    does: 'finish',
    met: { by: engineer },
  },
  anotherTimeAhead: {
    of: sent,
    by: engineer,
    does: 'suggestTime',
    input: { ...asked['suggestTime'], requiredBy: request.requiredBy },
    met: { input: asked['suggestTime'] as object },
  },
  headAfterInsisting: {
    of: sent,
    by: engineer,
    does: 'suggestTime',
    slip: { insistReason: 'the meeting' },
    met: { by: head },
  },
  yourRequest: { of: sent, by: person('FINM'), does: 'cancel', met: { by: cast.css } },
  stillPossible: { of: suggested, by: assistant, does: 'agreeTime', minutes: 600, met: { minutes: 5 } },
  requiredAhead: {
    of: sent,
    by: assistant,
    does: 'revise',
    input: { ...asked['revise'], requiredBy: shanghai('09:00') },
    met: { input: asked['revise'] as object },
  },
  dateMoved: {
    of: sent,
    by: assistant,
    does: 'revise',
    input: { ...asked['revise'], requiredBy: request.requiredBy },
    met: { input: asked['revise'] as object },
  },
  notTheDoer: {
    of: done,
    by: assistant,
    does: 'verify',
    slip: { workers: [assistant.id] },
    met: { by: cast.css },
  },
  notTheDoingDepartment: { of: done, by: both(assistant, engineer), does: 'verify', met: { by: assistant } },
}

const answer = ({ of, by, does, slip, input, minutes }: Trial) =>
  tries({ ...of, slip: { ...of.slip, ...slip } }, by, does, input ?? asked[does], minutes)

describe('every need', () => {
  it.each(Object.entries(rows))('%s: unmet, it alone is missing; met, the step is taken', (need, { met, ...row }) => {
    expect(answer(row)).toEqual({ why: 'needs', missing: [need] })
    const decision = answer({ ...row, ...met })
    expect(isRefusal(decision) ? decision : 'taken').toBe('taken')
  })

  it('has a row here', () =>
    expect([...Object.keys(rows), 'noDebtCollection'].sort()).toEqual(Object.keys(needs).sort()))
})

describe('what may not be asked', () => {
  const opening = (changes: object) => decideOpening(serviceSlip, { ...request, ...changes }, at(assistant))

  test('nothing is required by a time that has passed', () =>
    expect(opening({ requiredBy: shanghai('09:59') })).toEqual({ why: 'needs', missing: ['requiredAhead'] }))

  it.each(['请到1701催缴物业费', '协助追讨欠款', 'help with the arrears of 1-1701'])(
    'guards are not sent to collect debts: %s',
    (content) => {
      expect(opening({ department: 'security', content })).toEqual({ why: 'needs', missing: ['noDebtCollection'] })
      expect(isRefusal(opening({ department: 'finance', content }))).toBe(false)
    },
  )
  test('guards are asked for what is theirs', () =>
    expect(isRefusal(opening({ department: 'security', content: '大堂有人吸烟，请劝阻' }))).toBe(false))
})

describe('a slip to customer service itself', () => {
  const own = { ...sent.slip, department: 'customerService' }
  const finished = { ...done.slip, department: 'customerService' }
  const tell = (state: string, slip: object, by: Actor, name: string, openedBy: string | null) => {
    const facts = { header: { ...at(by).facts.header, openedBy } }
    const answer = decide(serviceSlip, { state, slip: { ...slip } }, name, asked[name], at(by, { facts }))
    return isRefusal(answer) ? (answer.why === 'needs' ? answer.missing : answer.why) : 'taken'
  }

  test('is not called off by the desk it was sent to, but by who sent it', () => {
    expect(tell('sent', own, cast.css, 'cancel', head.id)).toEqual(['yourRequest'])
    expect(tell('sent', own, head, 'cancel', head.id)).toBe('taken')
  })
  test('is verified from outside: by who sent it, or by the property manager', () => {
    expect(tell('done', finished, cast.csm, 'verify', head.id)).toEqual(['yourRequest', 'notTheDoingDepartment'])
    expect(tell('done', finished, manager, 'verify', head.id)).toBe('taken')
    expect(tell('done', { ...finished, workers: [] }, head, 'verify', head.id)).toBe('taken')
  })
  test('stays with the property manager even when an assistant sent it', () =>
    expect(tell('done', finished, assistant, 'verify', assistant.id)).toEqual(['notTheDoingDepartment']))
})

test('each department takes its own slips', () => {
  const takers = { cleaning: cleaner, security: guard, finance: bookkeeper, leasing: person('LEA'), hr: person('HR') }
  for (const [department, by] of Object.entries(takers)) {
    const answer = tries({ ...sent, slip: { ...sent.slip, department } }, by, 'accept')
    expect(isRefusal(answer) ? answer : 'taken', department).toBe('taken')
    expect(tries(sent, by, 'accept')).toEqual({ why: 'needs', missing: ['yourDepartment'] })
  }
})
