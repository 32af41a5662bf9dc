import { describe, expect, it, test } from 'vitest'
import { cast, contactId, fileId, type Player, shanghai } from '../../../test/support/moment.ts'
import { asked, chargedCase, freeCase, repair } from '../../../test/support/repair.ts'
import { joinedCase } from '../../../test/support/repair-trial.ts'
import { after, tried, type Walk } from '../../../test/support/walk.ts'
import type { RepairSlip } from './slip.ts'

const free = freeCase()
const charged = chargedCase()
const walk = (stages: Readonly<Record<string, Walk>>, state: string, slip: object = {}): Walk => {
  const found = stages[state]
  if (!found) throw new Error(`no walk stops at ${state}`)
  return { ...found, slip: { ...found.slip, ...slip } }
}
const slipOf = (at: Walk) => at.slip as RepairSlip
const problems = (answer: object) =>
  'problems' in answer ? (answer.problems as { path: string }[]).map((p) => p.path) : []

describe('§2.4: the table of transitions', () => {
  it.each<[string, string, string, Walk, Player]>([
    ['registered', 'quote', 'quoted', walk(charged, 'registered'), 'csa'],
    ['quoted', 'deliver', 'delivered', walk(charged, 'agreed'), 'csa'],
    ['quoted', 'decline', 'declined', walk(charged, 'quoted'), 'csa'],
    ['quoted', 'convert', 'registered', walk(charged, 'quoted'), 'css'],
    ['quoted', 'withdraw', 'cancelled', walk(charged, 'quoted'), 'tusr'],
    ['registered', 'deliver', 'delivered', walk(free, 'registered'), 'csa'],
    ['registered', 'cancel', 'cancelled', walk(free, 'registered'), 'csa'],
    ['registered', 'join', 'joined', walk(free, 'registered'), 'css'],
    ['quoted', 'join', 'joined', walk(charged, 'quoted'), 'csa'],
    ['delivered', 'accept', 'accepted', walk(free, 'delivered'), 'eng'],
    ['accepted', 'appoint', 'appointed', walk(free, 'accepted'), 'csa'],
    ['appointed', 'arrive', 'onSite', { ...walk(free, 'appointed'), now: shanghai('14:00') }, 'eng'],
    ['appointed', 'enterWithKeys', 'onSite', { ...walk(free, 'appointed'), now: shanghai('14:00') }, 'eng'],
    ['onSite', 'begin', 'working', walk(free, 'onSite'), 'eng'],
    ['working', 'suspend', 'suspended', walk(free, 'working'), 'eng'],
    ['suspended', 'resume', 'working', walk(free, 'suspended'), 'eng'],
    ['suspended', 'cancel', 'cancelled', walk(free, 'suspended'), 'csa'],
    ['working', 'finish', 'done', walk(free, 'working'), 'eng'],
    ['done', 'sign', 'signed', walk(free, 'done'), 'eng'],
    ['done', 'reject', 'rework', walk(free, 'done'), 'tadm'],
    ['rework', 'revisit', 'working', walk(free, 'rework'), 'eng'],
    ['signed', 'callBack', 'called', walk(free, 'signed'), 'csa'],
    ['signed', 'callJoined', 'signed', { ...walk(free, 'signed'), facts: { linked: [joinedCase] } }, 'csa'],
    ['signed', 'reopen', 'rework', walk(free, 'signed'), 'csa'],
    ['called', 'reopen', 'rework', walk(free, 'called'), 'csa'],
    ['called', 'bill', 'billed', walk(charged, 'called'), 'csa'],
    ['billed', 'collect', 'settled', walk(charged, 'billed'), 'fin'],
    ['called', 'archive', 'archived', walk(free, 'called'), 'arc'],
  ])('%s, %s: %s', (from, action, to, start, by) => {
    expect(start.state).toBe(from)
    expect(after(start, by, action, asked[action]).state).toBe(to)
  })
})

describe('step 1: the same fault reported again', () => {
  test('is joined into the first slip; its reporter is told, and the number stays with the house', () => {
    const joined = after(walk(free, 'registered'), 'csa', 'join', asked.join)
    expect(slipOf(joined).joinedInto).toBe('GW-2026-0009')
    expect(joined.last).toMatchObject({ joins: 'GW-2026-0009', tells: ['customer', 'opener'] })
    expect(repair.hidden).toEqual(expect.arrayContaining(['joinedInto', 'joinedCalls']))
    expect(repair.actions.sign?.tells).toContain('joined')
  })

  test('what others wait for is neither cancelled nor declined', () => {
    const waiting = { linked: [joinedCase] }
    for (const [action, start] of [
      ['cancel', walk(free, 'registered')] as const,
      ['decline', walk(charged, 'quoted')] as const,
    ])
      expect(tried({ ...start, facts: waiting }, 'csa', action, asked[action])).toEqual({
        why: 'needs',
        missing: ['nobodyJoined'],
      })
  })

  test('who is called and not content says why; after a rework he is called again', () => {
    const signed = { ...walk(free, 'signed'), facts: { linked: [joinedCase] } }
    const silent = { ...asked.callJoined, conclusion: 'dissatisfied' }
    expect(problems(tried(signed, 'csa', 'callJoined', silent))).toEqual(['said'])
    const told = after(signed, 'csa', 'callJoined', { ...silent, said: 'took too long' })
    expect(slipOf(told).joinedCalls).toMatchObject([{ joinedNumber: 'GW-2026-0008', satisfied: false, by: 'Wang Xin' }])
    const called = after(told, 'csa', 'callBack', asked.callBack)
    expect(after(called, 'arc', 'archive').state).toBe('archived')
    const signedLater = { ...called, slip: { ...called.slip, signedAt: called.now } }
    expect(tried(signedLater, 'arc', 'archive')).toEqual({ why: 'needs', missing: ['joinedCalled'] })
  })
})

describe('step 2: the price and its consent', () => {
  const consented = walk(charged, 'agreed')

  test('the quote is labour by the list and an estimate of material', () =>
    expect(slipOf(walk(charged, 'quoted')).quote).toMatchObject({ materialFen: 5000, totalFen: 8000, by: 'Wang Xin' }))

  test('who consented, how and when is kept, and who wrote it down', () =>
    expect(slipOf(consented).consent).toEqual({
      how: 'phone',
      by: expect.any(String),
      contactId,
      at: consented.now,
      totalFen: 8000,
      recordedBy: 'Wang Xin',
    }))

  test('the authorised person consents himself in the portal, whatever else he writes', () => {
    const self = after(walk(charged, 'quoted'), 'tadm', 'agree', { ...asked.agree, at: shanghai('01:00') })
    expect(slipOf(self).consent).toMatchObject({ how: 'platform', by: 'Ms Tan', contactId: cast.tadm.id, at: self.now })
  })

  test('a consent without a name is none, and a consent cannot lie in the future', () => {
    expect(tried(walk(charged, 'quoted'), 'csa', 'agree', { how: 'phone', agreedFen: 8000 })).toEqual({
      why: 'needs',
      missing: ['consentGiven'],
    })
    const later = after(walk(charged, 'quoted'), 'csa', 'agree', { ...asked.agree, at: shanghai('23:00') })
    expect(slipOf(later).consent?.at).toBe(later.now)
  })

  test('the consenter is proved to be authorised', () =>
    expect(consented.last?.refers).toEqual([{ kind: 'contact', id: contactId, authority: 'authorised' }]))

  test('with a new price the old consent falls', () =>
    expect(slipOf(after(consented, 'csa', 'quote', asked.quote)).consent).toBeNull())

  test('a price changed on site keeps a consent that covers it, and loses one that does not', () => {
    const lower = { lines: [{ code: 'R01', quantity: '1' }], estimateFen: 5000 }
    expect(slipOf(after(walk(charged, 'working'), 'eng', 'requote', lower)).consent?.totalFen).toBe(8000)
    expect(slipOf(after(walk(charged, 'working'), 'eng', 'requote', asked.requote)).consent).toBeNull()
  })

  test('a quote of nothing is no quote', () =>
    expect(problems(tried(walk(charged, 'registered'), 'csa', 'quote', { lines: [], estimateFen: 0 }))).toEqual([
      'lines',
    ]))

  test('an objection stays on the slip until a new price or a consent', () => {
    const objected = after(walk(charged, 'quoted'), 'tadm', 'objectToPrice', asked.objectToPrice)
    expect([objected.state, slipOf(objected).priceObjection]).toEqual(['quoted', 'the material is too dear'])
    expect(slipOf(after(objected, 'csa', 'quote', asked.quote)).priceObjection).toBeNull()
    expect(slipOf(after(objected, 'csa', 'agree', asked.agree)).priceObjection).toBeNull()
  })

  test('a repair found to be the house’s own loses its price; free without a reason is refused', () => {
    expect(slipOf(after(consented, 'csa', 'triage', asked.triage))).toMatchObject({ quote: null, consent: null })
    expect(problems(tried(consented, 'csa', 'triage', { ...asked.triage, freeReason: undefined }))).toEqual([
      'freeReason',
    ])
  })

  test('the customer refused, but the fault endangers common parts: free, with a reason', () => {
    const converted = after(walk(charged, 'quoted'), 'css', 'convert', asked.convert)
    expect(slipOf(converted)).toMatchObject({ area: 'common', pricing: 'free', freeReason: 'commonPart', quote: null })
    expect(after(converted, 'csa', 'deliver').state).toBe('delivered')
  })
})

describe('step 4 and 5: sent, signed for, accepted', () => {
  test('receiving hands the second copy; accepting afterwards keeps who received it', () => {
    const received = after(walk(free, 'delivered'), 'engm', 'receive')
    const accepted = after(received, 'eng', 'accept', asked.accept)
    expect(slipOf(accepted)).toMatchObject({
      receivedBy: 'Liu Qiang',
      receivedAt: received.now,
      acceptedAt: accepted.now,
    })
    expect(accepted.copies.find((copy) => copy.copy === 2)?.handedTo).toBe('Liu Qiang')
  })

  test('the engineer who accepts works himself unless he names others; the case is assigned to them', () => {
    expect(walk(free, 'accepted').last?.assigns).toEqual([cast.eng.id])
    const others = after(walk(free, 'delivered'), 'eng', 'accept', { workers: [cast.engB.id] })
    expect(others.last).toMatchObject({
      assigns: [cast.engB.id],
      refers: [{ kind: 'staff', id: cast.engB.id, role: ['ENG', 'ENGM'] }],
    })
  })

  test('a job assigned to one is not accepted by another', () => {
    const assigned = after(walk(free, 'delivered'), 'engm', 'assign', asked.assign)
    expect(tried(assigned, 'engB', 'accept', {})).toEqual({ why: 'needs', missing: ['yourJob'] })
  })

  test('the slip is printed in four copies when it is sent', () =>
    expect(walk(free, 'delivered').copies.map((copy) => copy.goesTo)).toEqual([
      'desk',
      'engineering',
      'finance',
      'customer',
    ]))
})

describe('step 6: the visit', () => {
  const ready = { ...walk(free, 'appointed'), now: shanghai('14:00') }

  test('an entry with keys records permission, second person and keys, and the second joins the crew', () => {
    const inside = after(ready, 'eng', 'enterWithKeys', asked.enterWithKeys)
    expect(slipOf(inside)).toMatchObject({
      keyEntry: { permission: 'recorded', permittedBy: 'Ms Tan', second: 'Ma Jun', keysFrom: 'front desk' },
      workers: [cast.eng.id, cast.sec.id],
    })
  })

  test('a suspension is written only when the customer has been told', () => {
    const untold = { ...asked.suspend, customerTold: false }
    expect(problems(tried(walk(free, 'working'), 'eng', 'suspend', untold))).toEqual(['customerTold'])
    expect(walk(free, 'suspended').last?.pauses).toEqual({ reason: 'awaitMaterial', expectedAt: shanghai('17:30') })
  })

  test('after waiting for the customer a new time is agreed, and nobody comes before it', () => {
    const waiting = after(walk(free, 'working'), 'eng', 'suspend', { ...asked.suspend, reason: 'awaitCustomer' })
    expect(tried(waiting, 'eng', 'resume')).toEqual({ why: 'needs', missing: ['appointmentMade'] })
    const time = { appointmentStart: shanghai('16:00'), appointmentEnd: shanghai('17:00'), appointmentWith: 'Ms Tan' }
    const agreed = after(waiting, 'csa', 'agreeTime', time)
    expect(tried(agreed, 'eng', 'resume')).toEqual({ why: 'needs', missing: ['notTooEarly'] })
    expect(after({ ...agreed, now: shanghai('16:00') }, 'eng', 'resume').state).toBe('working')
  })
})

describe('step 7: material of the customer', () => {
  test('unfit material waits for the customer; checked again, it waits again', () => {
    const own = walk(free, 'onSite', { customerMaterial: true })
    const unfit = { materialVerdict: 'unfit', materialNote: 'cracked', photos: [fileId] }
    const checked = after(own, 'eng', 'verifyMaterial', unfit)
    expect(checked.last?.refers).toEqual([{ kind: 'file', id: fileId, purpose: 'material' }])
    const decided = after(checked, 'tadm', 'decideUnfit', asked.decideUnfit)
    expect(after(decided, 'eng', 'begin').state).toBe('working')
    expect(slipOf(after(decided, 'eng', 'verifyMaterial', unfit))).toMatchObject({
      materialVerifiedBy: 'Li Gang',
      unfitDecision: null,
    })
  })
})
