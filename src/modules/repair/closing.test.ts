import { describe, expect, it, test } from 'vitest'
import type { Facts } from '#kernel/process/moment.ts'
import { cast, fileId, momentOf, type Player, shanghai } from '../../../test/support/moment.ts'
import { asked, chargedCase, chargedWork, freeCase } from '../../../test/support/repair.ts'
import { after, isRefusal, tried, type Walk } from '../../../test/support/walk.ts'
import { chargeLines, priceLabour } from './rules.ts'
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
const moment = { ...momentOf(), role: 'CSA' as const }

describe('step 8: charged by the price list', () => {
  test('least quantities and second prices hold; an unknown code charges nothing', () => {
    const lines = priceLabour(
      [
        { code: 'R37', quantity: '2', second: false },
        { code: 'R30', quantity: '1', second: true },
        { code: 'R01', quantity: '1', second: true },
        { code: 'R99', quantity: '1', second: false },
      ],
      moment,
    )
    expect(lines.map(({ code, quantity, amountFen }) => [code, quantity, amountFen])).toEqual([
      ['R37', '3', 10_500],
      ['R30', '1', 2000],
      ['R01', '1', 1500],
    ])
  })

  test('a part of a unit is charged half up to the fen', () => {
    const third = { ...chargedWork, materials: [{ name: 'wire', unit: 'm', quantity: '0.333', unitFen: 500 }] }
    expect(slipOf(after(walk(charged, 'working'), 'eng', 'finish', third)).materialFen).toBe(167)
  })

  test('a visit out of hours costs once more, typed or not; a free one never does', () => {
    const typed = { ...chargedWork, labour: [...chargedWork.labour, { code: 'R44', quantity: '9' }] }
    const night = {
      arrivedAt: shanghai('18:00'),
      consent: { ...slipOf(walk(charged, 'working')).consent, totalFen: 99_999 },
    }
    expect(slipOf(after(walk(charged, 'working', night), 'eng', 'finish', typed))).toMatchObject({
      outOfHours: true,
      totalFen: 12_000,
    })
    expect(slipOf(after(walk(charged, 'working'), 'eng', 'finish', typed))).toMatchObject({
      outOfHours: false,
      totalFen: 7000,
    })
    expect(
      slipOf(after(walk(free, 'working', { arrivedAt: shanghai('22:00') }), 'eng', 'finish', chargedWork)),
    ).toMatchObject({
      outOfHours: false,
      labourFen: 3000,
      totalFen: 0,
    })
  })

  test('work dearer than the consent is not finished until the customer agrees again', () => {
    const dear = { ...chargedWork, labour: [{ code: 'R01', quantity: '3' }] }
    expect(tried(walk(charged, 'working'), 'eng', 'finish', { ...dear, materials: [] })).not.toHaveProperty('why')
    const dearer = { ...dear, materials: [{ name: 'lamp', unit: 'piece', quantity: '2', unitFen: 2000 }] }
    expect(tried(walk(charged, 'working'), 'eng', 'finish', dearer)).toEqual({
      why: 'needs',
      missing: ['noFeeWithoutConsent'],
    })
    const agreed = after(walk(charged, 'working'), 'tadm', 'agree', { ...asked.agree, agreedFen: 8500 })
    expect(slipOf(after(agreed, 'eng', 'finish', dearer)).totalFen).toBe(8500)
  })

  test('free work that is found chargeable at the end owes what it cost, and is not signed without consent', () => {
    const done = after(walk(free, 'working'), 'eng', 'finish', chargedWork)
    const priced = after(done, 'csa', 'requote', asked.quote)
    expect(slipOf(priced)).toMatchObject({ pricing: 'chargeable', totalFen: 7000 })
    expect(tried(priced, 'eng', 'sign', asked.sign)).toEqual({ why: 'needs', missing: ['noFeeWithoutConsent'] })
  })

  test('the bill is the slip: its lines add up to the total, and a free slip has none', () => {
    const lines = chargeLines(slipOf(walk(charged, 'done')), moment)
    expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(7000)
    expect(lines.every((line) => line.taxRateBp === 600 && line.explained.agreedFen === 8000)).toBe(true)
    expect(chargeLines(slipOf(walk(free, 'done')), moment)).toEqual([])
  })
})

describe('step 9: signed on the spot', () => {
  it.each<[Player, string, string, boolean]>([
    ['tadm', 'platform', 'customer', true],
    ['tadm', 'pad', 'customer', true],
    ['tadm', 'scan', 'customer', false],
    ['eng', 'pad', 'customer', true],
    ['engm', 'platform', 'customer', false],
    ['csa', 'scan', 'customer', true],
    ['csa', 'pad', 'customer', false],
    ['css', 'pad', 'customer', false],
    ['css', 'pad', 'common', true],
    ['csa', 'pad', 'common', false],
  ])('%s by %s in the %s area: %s', (by, signatureMethod, area, fits) => {
    const answer = tried(walk(free, 'done', { area }), by, 'sign', { ...asked.sign, signatureMethod })
    expect(answer).toEqual(
      fits ? expect.not.objectContaining({ why: 'needs' }) : { why: 'needs', missing: ['signatureFits'] },
    )
  })

  test('a drawn or scanned signature is a file; a dissatisfied customer does not sign', () => {
    const bare = { ...asked.sign, signatureFile: undefined }
    expect(problems(tried(walk(free, 'done'), 'eng', 'sign', bare))).toEqual(['signatureFile'])
    expect(walk(free, 'signed').last?.refers).toEqual([{ kind: 'file', id: fileId, purpose: 'signature' }])
    expect(problems(tried(walk(free, 'done'), 'eng', 'sign', { ...asked.sign, satisfaction: 'dissatisfied' }))).toEqual(
      ['satisfaction'],
    )
  })

  test('the third copy of a free slip goes to the cost file, of a charged one not yet', () => {
    expect(walk(free, 'signed').copies.map((copy) => copy.handedTo)).toContain('costFile')
    expect(walk(charged, 'signed').copies.find((copy) => copy.copy === 3)?.handedTo).toBeNull()
  })
})

describe('step 9: rejected and reworked', () => {
  test('the second rework goes to the property manager, the first does not', () => {
    const once = walk(free, 'rework')
    expect([slipOf(once).reworks, once.last?.escalates]).toEqual([1, null])
    const again = after(
      after(after(once, 'eng', 'revisit'), 'eng', 'finish', asked.finish),
      'tadm',
      'reject',
      asked.reject,
    )
    expect([slipOf(again).reworks, again.last?.escalates]).toEqual([
      2,
      { cause: 'reworkedTooOften', role: 'PM', level: 2 },
    ])
    const reopened = after({ ...walk(free, 'signed', { reworks: 1 }) }, 'csa', 'reopen', asked.reopen)
    expect(reopened.last?.escalates).toMatchObject({ role: 'PM' })
  })

  test('a customer who was left gets a new appointment; what he signed before no longer counts', () => {
    const reopened = after(walk(free, 'called'), 'csa', 'reopen', asked.reopen)
    expect(tried(reopened, 'eng', 'revisit')).toEqual({ why: 'needs', missing: ['appointmentMade'] })
    const time = { appointmentStart: shanghai('15:40'), appointmentEnd: shanghai('16:40'), appointmentWith: 'Ms Tan' }
    const back = after(after(reopened, 'csa', 'agreeTime', time), 'eng', 'revisit', undefined, 40)
    expect(slipOf(back)).toMatchObject({ signedAt: null, signatureFile: null, conclusion: null, completedAt: null })
  })
})

describe('step 9: called back', () => {
  test('not by a man who worked on it', () => {
    const helped = walk(free, 'signed', { workers: [cast.csa.id, cast.eng.id] })
    for (const action of ['callBack', 'notReached'])
      expect(tried(helped, 'csa', action, asked[action])).toEqual({ why: 'needs', missing: ['notTheWorker'] })
  })

  test('dissatisfied needs what will be done, and a rework goes on', () => {
    const unhappy = { ...asked.callBack, conclusion: 'dissatisfied' }
    expect(problems(tried(walk(charged, 'signed'), 'csa', 'callBack', unhappy))).toEqual(['handling'])
    const called = after(walk(charged, 'signed'), 'csa', 'callBack', { ...unhappy, handling: 'rework tomorrow' })
    for (const action of ['bill', 'archive'])
      expect(tried(called, 'csa', action, asked[action])).toMatchObject({
        missing: expect.arrayContaining(['heardContent']),
      })
    expect(after(called, 'csa', 'reopen', asked.reopen).state).toBe('rework')
  })

  test('or he complains: in the same step a complaint opens beside the slip, after an apology', () => {
    const unhappy = walk(charged, 'called', { conclusion: 'dissatisfied' })
    const { apologised: _, ...unsaid } = asked.complain as { apologised: boolean }
    expect(problems(tried(unhappy, 'csa', 'complain', unsaid))).toEqual(['apologised'])
    expect(problems(tried(unhappy, 'csa', 'complain', { ...unsaid, apologised: false }))).toEqual(['apologised'])
    const complained = after(unhappy, 'csa', 'complain', asked.complain)
    expect(complained.state).toBe('called')
    expect(complained.last?.raises).toMatchObject([
      {
        process: 'complaint',
        input: { apologised: true, channel: 'phone', complainantName: 'Ms Tan', direct: true, category: 'repairs' },
      },
    ])
  })

  test('a complaint settled to his satisfaction lets the slip go on, one that was not does not', () => {
    const linked = (satisfied: boolean) => ({
      linked: [{ kind: 'raised', way: 'down', final: true, shows: { satisfied } }] as unknown as Facts['linked'],
    })
    const unhappy = walk(charged, 'called', { conclusion: 'dissatisfied' })
    expect(after({ ...unhappy, facts: linked(true) }, 'csa', 'bill', asked.bill).state).toBe('billed')
    expect(tried({ ...unhappy, facts: linked(false) }, 'csa', 'bill', asked.bill)).toEqual({
      why: 'needs',
      missing: ['heardContent'],
    })
  })

  test('three attempts on two days; attempts before the last signature do not count', () => {
    const one = after(walk(free, 'signed'), 'csa', 'notReached', asked.notReached)
    const two = after(one, 'csa', 'notReached', asked.notReached, 60)
    const three = after(two, 'csa', 'notReached', asked.notReached, 60)
    expect(one.state).toBe('signed')
    expect(isRefusal(tried(three, 'csa', 'giveUpCalling'))).toBe(true)
    expect(isRefusal(tried(after(one, 'csa', 'notReached', asked.notReached, 1440), 'csa', 'giveUpCalling'))).toBe(true)
    const four = after(three, 'csa', 'notReached', asked.notReached, 1440)
    expect(slipOf(after(four, 'csa', 'giveUpCalling'))).toMatchObject({ conclusion: 'notReached' })
    const later = { ...four, slip: { ...four.slip, signedAt: four.now } }
    expect(isRefusal(tried(later, 'csa', 'giveUpCalling'))).toBe(true)
  })
})

describe('step 10 and 11: paid and filed', () => {
  test('on account when it was authorised: the third copy and the charge go to the account', () => {
    const allowed = { ...walk(charged, 'called'), facts: { monthlyBilling: true } }
    const billed = after(allowed, 'csa', 'bill', { payment: 'account' })
    expect(billed.last).toMatchObject({ onAccount: true, hands: [{ copy: 3, to: 'financeAccount' }] })
    expect(walk(charged, 'billed').last).toMatchObject({ onAccount: false, hands: [{ copy: 3, to: 'finance' }] })
  })

  test('a charged slip is not filed unbilled', () =>
    expect(tried(walk(charged, 'called'), 'csa', 'archive')).toEqual({
      why: 'needs',
      missing: ['feesSettled', 'everyCopyAccounted'],
    }))

  test('the customer may pay himself: nothing carried, no receipt to return', () => {
    const settled = after(walk(charged, 'billed'), 'fin', 'collect', asked.collect)
    expect(settled.last?.collects?.carriedBy).toBeNull()
    expect(after(settled, 'arc', 'archive').state).toBe('archived')
  })

  test('a filed slip is closed to everybody but the customer’s own rating', () => {
    const archived = after(walk(free, 'called'), 'arc', 'archive')
    expect(tried(archived, 'csa', 'reopen', asked.reopen)).toEqual({ why: 'wrongState' })
    expect(slipOf(after(archived, 'tusr', 'rate', asked.rate)).rating).toMatchObject({ fee: 4, by: 'Mr Yu' })
  })
})
