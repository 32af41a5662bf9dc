import { describe, expect, it, test } from 'vitest'
import { decideOpening } from '#kernel/process/decide.ts'
import {
  asked,
  at,
  complaint,
  dissatisfied,
  does,
  faulty,
  knowing,
  linked,
  missing,
  players,
  report,
  slipAnd,
  stages,
  taken,
  tries,
  twoDepartments,
  writtenStages,
} from '#test/complaint.ts'
import { cast, fileId, shanghai } from '#test/moment.ts'

/* The seven steps of 处理客户投诉流程, in their order. */

const opening = (input: object, who: keyof typeof players = 'rec', facts = {}) =>
  decideOpening(complaint, { ...report, ...input }, at(players[who], { facts }))
const free = stages()
const letter = writtenStages()

describe('step 1: four ways in', () => {
  it.each(['phone', 'faceToFace'])('by %s it is spoken, and owes no letter', (channel) =>
    expect(taken('csa', { channel }).slip).toMatchObject({ channel, source: null, written: false }),
  )

  test('a letter is written, and so is what a tenant wants answered in writing', () => {
    expect(taken('csa', { channel: 'letter' }).slip).toMatchObject({ written: true, grade: 'serious' })
    expect(taken('tadm', { written: true }).slip.written).toBe(true)
  })

  test('an indirect one says where it came from; 12345 also says until when', () => {
    expect(faulty(opening({ channel: 'indirect' }) as never)).toEqual(['source'])
    const hotline = { channel: 'indirect', source: 'hotline12345' }
    expect(faulty(opening(hotline) as never)).toEqual(['orderDeadline'])
    const told = taken('csa', { ...hotline, orderDeadline: shanghai('18:00', '2026-11-30') })
    expect(told.slip).toMatchObject({ source: 'hotline12345', grade: 'major', majorBecause: ['hotline12345'] })
  })

  test('by the portal or the code on a door the house knows the way itself', () => {
    const posed = { channel: 'indirect', source: 'hotline12345', orderDeadline: shanghai('18:00'), media: true }
    expect(taken('tadm', posed).slip).toMatchObject({ source: 'portal', orderDeadline: null, media: false })
    expect(taken('guest', posed).slip).toMatchObject({ source: 'qr', grade: 'general' })
  })
})

describe('step 2: apologised first, followed by an assistant', () => {
  test('staff who have not apologised do not write it down', () =>
    expect(missing(opening({ apologised: false }) as never)).toEqual(['apologyFirst']))

  test('who writes himself is apologised to by the first contact', () => {
    const own = taken('tadm', { channel: 'indirect', source: 'portal' })
    expect(own.slip.apologised).toBe(false)
    const silent = { ...(asked['contact'] as object), apologised: false }
    expect(missing(tries(own, 'csa', 'contact', silent))).toEqual(['apologyFirst'])
    const heard = does(own, 'csa', 'contact')
    expect(heard.slip).toMatchObject({ apologised: true, firstContactAt: heard.now })
    expect(does(heard, 'csa', 'contact', silent).slip.firstContactAt).toBe(heard.now)
  })

  test('reception took it: an assistant takes it up, or is named by the shift lead', () => {
    expect(free.registered.state).toBe('registered')
    expect(free.assigned.slip).toMatchObject({ assistant: cast.csa.id, assignedAt: free.assigned.now })
    const named = does(free.registered, 'css', 'assign')
    expect(named.last).toMatchObject({ assigns: [cast.csa.id], refers: [{ id: cast.csa.id, role: 'CSA' }] })
  })

  test('an assistant who took the call follows it himself, and one who dispatches at once as well', () => {
    expect(taken('csa')).toMatchObject({ state: 'assigned', slip: { assistant: cast.csa.id } })
    expect(does(free.registered, 'csa', 'dispatch').slip.assistant).toBe(cast.csa.id)
  })
})

describe('step 3: the blanks of the record, and service slips to the departments', () => {
  it.each(['complainantName', 'complainantPhone', 'location', 'occurredAt', 'problem', 'category', 'direct'])(
    'without %s it is not taken',
    (blank) => expect(faulty(opening({ [blank]: undefined }) as never)).toEqual([blank]),
  )

  test('a company is named by a customer; a visitor may have none, and no customer', () => {
    expect(faulty(opening({ company: '' }) as never)).toEqual(['company'])
    expect(opening({ company: '', complainant: 'visitor' })).toMatchObject({ customerFree: true })
    expect(opening({})).toMatchObject({ customerFree: false })
  })

  test('what has not happened yet is no complaint', () =>
    expect(missing(opening({ occurredAt: shanghai('10:01') }) as never)).toEqual(['notInTheFuture']))

  test('two departments: a service slip each, and a corrective action each', () => {
    const sent = does(free.assigned, 'csa', 'dispatch', twoDepartments)
    expect(sent.slip.departments).toEqual(['engineering', 'cleaning'])
    expect(sent.last?.raises.map(({ process, input }) => [process, input['department']])).toEqual([
      ['service-slip', 'engineering'],
      ['service-slip', 'cleaning'],
      ['corrective-action', 'engineering'],
      ['corrective-action', 'cleaning'],
    ])
    expect(sent.last?.raises[1]?.input).toMatchObject({ customerWish: 'now', urgent: true })
    expect(sent.last?.raises[0]?.input).not.toHaveProperty('customerWish')
  })

  test('a second slip to the same department raises no second corrective action', () => {
    const again = does(knowing(free.dispatched, slipAnd('sent', 'open')), 'csa', 'dispatch')
    expect(again.last?.raises.map(({ process }) => process)).toEqual(['service-slip'])
  })
})

describe('step 4: on site together, solved, or put off in time', () => {
  test('presence is recorded with whom, or with the reason why not', () => {
    expect(faulty(tries(free.dispatched, 'csa', 'goOnSite', { together: true }))).toEqual(['withWhom'])
    expect(faulty(tries(free.dispatched, 'csa', 'goOnSite', { together: false }))).toEqual(['reason'])
    expect(does(free.dispatched, 'csa', 'goOnSite', { together: false, reason: 'alone at the desk' }).state).toBe(
      'onSite',
    )
  })

  test('solved without anybody on site says why', () => {
    const there = knowing(free.dispatched, slipAnd('done', 'planned'))
    expect(missing(tries(there, 'engm', 'resolve'))).toEqual(['presenceRecorded'])
    const said = { ...(asked['resolve'] as object), notOnSite: 'done from the control room' }
    expect(does(there, 'engm', 'resolve', said).state).toBe('resolved')
  })

  test('what cannot be solved goes to the manager at once', () =>
    expect(does(free.dispatched, 'csa', 'cannotSolve').last?.escalates).toEqual({
      cause: 'cannotSolve',
      role: 'CSM',
      level: 1,
    }))

  test('the first report that it is solved is what the two hours are measured by', () => {
    expect(free.resolved.slip).toMatchObject({ solvedAt: free.resolved.now, resolution: { department: 'engineering' } })
    const back = does(free.resolved, 'csa', 'sendBack')
    expect(back).toMatchObject({ state: 'dispatched', slip: { resolution: null, sentBackBecause: expect.any(String) } })
    expect(does(back, 'engm', 'resolve').slip).toMatchObject({ solvedAt: free.resolved.now, sentBackBecause: null })
  })
})

describe('step 6: a letter for what came in writing', () => {
  test('confirmed leads to the letter; delivered leads to the call-back', () => {
    expect(letter.replyPending.state).toBe('replyPending')
    expect(letter.delivered.state).toBe('callBack')
    expect(letter.delivered.slip.replies).toMatchObject([
      { number: 'TS-2026-0001-H1', round: 1, delivery: 'byHand', signedBy: 'Ms Tan', approvedBy: 'Sun Li' },
    ])
    expect(letter.delivered.last).toMatchObject({
      hands: [{ form: 'F-43', copy: 2, to: 'Ms Tan' }],
      refers: [{ kind: 'file', id: fileId, purpose: 'proof' }],
    })
  })

  test('approved is sealed, takes its number, and is printed', () =>
    expect(letter.approved.last).toMatchObject({ prints: ['replyLetter'], slip: { lettersNumbered: 1 } }))

  test('a returned letter is written again; one changed after its seal takes the next number', () => {
    const returned = does(letter.drafted, 'csm', 'returnReply')
    expect(missing(tries(returned, 'csm', 'approveReply'))).toEqual(['letterDrafted'])
    expect(does(does(returned, 'csa', 'draftReply'), 'csm', 'approveReply').slip.letter?.number).toBe('TS-2026-0001-H1')
    const changed = does(does(letter.approved, 'csa', 'draftReply'), 'csm', 'approveReply')
    expect(changed.slip.letter?.number).toBe('TS-2026-0001-H2')
  })

  test('each round of it is answered in writing', () => {
    const again = does(letter.delivered, 'csa', 'callBack', dissatisfied)
    expect(again.slip).toMatchObject({ letter: null, matter: null, replies: [{ round: 1 }] })
    const late = {
      linked: [linked('service-slip', 'verified', { openedAt: again.now }), linked('corrective-action', 'accepted')],
    }
    const solved = does(does(knowing(again, late), 'csa', 'goOnSite'), 'engm', 'resolve')
    expect(does(solved, 'csa', 'confirm').state).toBe('replyPending')
  })

  test('a proof comes with the delivery, except through the portal', () => {
    const bare = { ...(asked['deliverReply'] as object), deliveredAt: letter.approved.now, proof: undefined }
    expect(faulty(tries(letter.approved, 'csa', 'deliverReply', bare))).toEqual(['proof'])
    expect(does(letter.approved, 'csa', 'deliverReply', { ...bare, delivery: 'portal' }).state).toBe('callBack')
  })
})

describe('step 7: the corrective action', () => {
  test('solved only with the plan submitted, closed only with it accepted', () => {
    expect(missing(tries(knowing(free.onSite, slipAnd('done', 'open')), 'engm', 'resolve'))).toEqual(['plansSubmitted'])
    for (const state of ['open', 'planned'])
      expect(does(knowing(free.confirmed, slipAnd('verified', state)), 'csa', 'callBack').state).toBe('callBack')
    for (const state of ['accepted', 'done', 'verified', 'closed', 'exempted'])
      expect(does(knowing(free.confirmed, slipAnd('verified', state)), 'csa', 'callBack').state).toBe('closed')
  })
})
