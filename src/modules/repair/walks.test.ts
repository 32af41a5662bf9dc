import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choices } from '#kernel/process/decide.ts'
import { edges } from '#kernel/process/faults.ts'
import { cast, momentOf, type Player, shanghai } from '../../../test/support/moment.ts'
import {
  asked,
  chargedCase,
  chargedReport,
  chargedWork,
  danger,
  freeCase,
  repair,
  report,
} from '../../../test/support/repair.ts'
import { after, isRefusal, opened, tried, type Walk } from '../../../test/support/walk.ts'
import type { RepairSlip } from './slip.ts'

const slipOf = (walk: Walk | undefined) => walk?.slip as RepairSlip
const free = freeCase()
const charged = chargedCase()

describe('a free repair, from the call to the file', () => {
  const called = free.called as Walk
  const archived = after(called, 'arc', 'archive')

  it('ends filed, with nothing charged and every hand named', () => {
    expect(archived.state).toBe('archived')
    expect(archived).toMatchObject({ charged: 0, unpaid: 0 })
    expect(slipOf(archived)).toMatchObject({
      sentBy: 'Wang Xin',
      receivedBy: 'Li Gang',
      workers: [cast.eng.id],
      tools: ['ladder'],
      arrivedAt: shanghai('14:00'),
      signedBy: 'Ms Tan',
      conclusion: 'satisfied',
      totalFen: 0,
      archivedBy: 'Guo Fang',
    })
  })

  it('hands its four copies: desk, the engineer, the cost file, the customer', () =>
    expect(archived.copies.filter((copy) => copy.form === 'F-30').map((copy) => copy.handedTo)).toEqual([
      'desk',
      'Li Gang',
      'costFile',
      'Ms Tan',
    ]))

  it('numbers the call-back on a paper of its own', () =>
    expect(slipOf(archived).callBacks).toMatchObject([{ number: 'HF-202611-1', by: 'Wang Xin' }]))
})

describe('a charged repair, its money carried by the desk', () => {
  const settled = charged.settled as Walk
  const returned = after(settled, 'csa', 'returnReceipt', asked.returnReceipt, 30)
  const archived = after(returned, 'csa', 'archive')

  it('charges what was done: two lamps fitted and 40.00 of material', () => {
    expect(slipOf(charged.done)).toMatchObject({ labourFen: 3000, materialFen: 4000, totalFen: 7000 })
    expect(charged.billed?.last?.charges.map(({ item, amountFen }) => [item, amountFen])).toEqual([
      ['R01', 3000],
      ['MAT', 4000],
    ])
  })

  it('carries the money to finance in the name of who took it, and keeps the receipt’s number', () => {
    expect(settled.last?.collects).toMatchObject({ amountFen: 7000, carriedBy: cast.csa.id })
    expect(slipOf(settled).receiptNumber).toBe('SJ-202611-0001')
  })

  it('is not filed before the receipt is back with the customer', () =>
    expect(tried(settled, 'csa', 'archive')).toEqual({ why: 'needs', missing: ['receiptReturned'] }))

  it('ends filed and paid, with the four copies handed', () => {
    expect(archived).toMatchObject({ state: 'archived', charged: 7000, unpaid: 0 })
    expect(slipOf(archived).carried).toMatchObject({ takenBy: 'Wang Xin', returnedTo: 'Ms Tan' })
    expect(archived.copies.filter((copy) => copy.form === 'F-30').map((copy) => copy.handedTo)).toEqual([
      'desk',
      'Li Gang',
      'finance',
      'Ms Tan',
    ])
  })
})

describe('danger at night', () => {
  it('is called through, controlled, finished, and filed once the slip has followed', () => {
    const reported = opened(repair, 'csa', danger, { now: shanghai('22:00') })
    const sent = after(reported, 'csa', 'deliver', { calledThrough: true }, 1)
    const accepted = after(sent, 'eng', 'accept', {}, 1)
    const there = after(accepted, 'eng', 'arrive', asked.arrive, 5)
    const working = after(after(there, 'eng', 'control', undefined, 3), 'eng', 'begin')
    const done = after(working, 'eng', 'finish', asked.finish, 30)
    const called = after(after(done, 'eng', 'sign', asked.sign), 'csa', 'callBack', asked.callBack)
    expect(tried(called, 'csa', 'archive')).toEqual({ why: 'needs', missing: ['paperFollowed'] })
    expect(after(after(called, 'csa', 'followWithPaper'), 'csa', 'archive').state).toBe('archived')
  })
})

const players = Object.keys(cast) as Player[]
const when = fc.record({ pick: fc.nat(), minutes: fc.integer({ min: 1, max: 300 }) })
const starts = fc.constantFrom(report, chargedReport, danger, { ...report, area: 'common', customerMaterial: true })

const leaving = ['cancel', 'withdraw', 'decline', 'join']

/** One legal step of a random walk: somebody does something the rulebook offers; a refusal leaves the case as it was. */
function wander(walk: Walk, pick: number, minutes: number): Walk {
  const facts = { charged: walk.charged, unpaid: walk.unpaid, copies: walk.copies }
  const offers = players.flatMap((by) =>
    choices(repair, walk, momentOf({ now: walk.now, actor: cast[by], facts }))
      .filter((choice) => choice.missing.length === 0)
      .map(({ action }) => ({ by, action })),
  )
  const forward = offers.filter(
    ({ action }) => repair.actions[action]?.primary && repair.actions[action].to !== walk.state,
  )
  const lively = offers.filter(({ action }) => !leaving.includes(action) || pick % 31 === 0)
  const among = pick % 3 > 0 && forward.length > 0 ? forward : lively
  const offer = among[pick % Math.max(1, among.length)]
  if (!offer) return walk
  const input = answerTo(offer.action, walk, pick, minutes)
  return isRefusal(tried(walk, offer.by, offer.action, input, minutes))
    ? walk
    : after(walk, offer.by, offer.action, input, minutes)
}

function answerTo(action: string, walk: Walk, pick: number, minutes: number): object | undefined {
  const soon = new Date(Date.parse(walk.now) + (minutes + 5) * 60_000).toISOString()
  const later = new Date(Date.parse(walk.now) + (minutes + 65) * 60_000).toISOString()
  if (action === 'appoint' || action === 'agreeTime')
    return { appointmentStart: soon, appointmentEnd: later, appointmentWith: 'Ms Tan' }
  if (action === 'suspend')
    return { ...asked.suspend, expectedAt: later, reason: pick % 2 ? 'awaitCustomer' : 'awaitMaterial' }
  if (action === 'agree') return { ...asked.agree, agreedFen: 20_000 }
  if (action === 'finish') return pick % 2 ? chargedWork : asked.finish
  if (action === 'verifyMaterial' && pick % 2) return { ...asked.verifyMaterial, materialVerdict: 'unfit' }
  if (action === 'carry' || action === 'collect') return { ...asked[action], amountFen: walk.unpaid }
  if (action === 'callBack' && pick % 3 === 0)
    return { ...asked.callBack, conclusion: 'dissatisfied', handling: 'rework' }
  return asked[action]
}

const legal = edges(repair).map((edge) => `${edge.from_state} > ${edge.to_state}`)

describe('any legal walk', () => {
  it('keeps the slip valid, moves only along the chart, and loses no money', () => {
    fc.assert(
      fc.property(starts, fc.array(when, { minLength: 40, maxLength: 80 }), (input, steps) => {
        let walk = opened(repair, 'csa', input)
        for (const { pick, minutes } of steps) {
          const next = wander(walk, pick, minutes)
          expect(repair.slip.safeParse(next.slip).success).toBe(true)
          if (next.state !== walk.state) expect(legal).toContain(`${walk.state} > ${next.state}`)
          const slip = slipOf(next)
          expect(slip.labourFen + slip.materialFen).toBeGreaterThanOrEqual(slip.totalFen)
          if (next.charged > 0) expect(next.charged).toBe(slip.totalFen)
          if (next.state === 'archived') expect(next.unpaid).toBe(0)
          walk = next
        }
      }),
      { numRuns: 50 },
    )
  })

  it('leaves a next step to somebody wherever it stops', () => {
    fc.assert(
      fc.property(starts, fc.array(when, { minLength: 5, maxLength: 50, size: 'max' }), (input, steps) => {
        let walk = opened(repair, 'csa', input)
        for (const { pick, minutes } of steps) walk = wander(walk, pick, minutes)
        expect(canEnd(walk), `${walk.state} ${JSON.stringify(walk.slip)}`).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

/** Plays on as sensible people would; true when the case reaches an end. */
function canEnd(start: Walk): boolean {
  const order = [
    'followWithPaper',
    'returnReceipt',
    'archive',
    'collect',
    'bill',
    'callBack',
    'sign',
    'finish',
    'agree',
    'resume',
    'begin',
    'decideUnfit',
    'verifyMaterial',
    'arrive',
    'revisit',
    'accompany',
    'appoint',
    'agreeTime',
    'accept',
    'deliver',
    'reopen',
    'requote',
    'quote',
  ]
  const names = ['csa', 'css', 'engm', 'fin', 'arc', 'tadm'] as const
  let walk = start
  const done = new Map<string, number>()
  for (let round = 0; round < 60; round += 1) {
    if (repair.states[walk.state]?.final) return true
    const next = order.flatMap((action) => {
      if ((done.get(action) ?? 0) > 2) return []
      const by = names.find((name) => !isRefusal(tried(walk, name, action, goodAnswer(action, walk), 10)))
      return by ? [{ by, action }] : []
    })[0]
    if (!next) return false
    done.set(next.action, (done.get(next.action) ?? 0) + 1)
    walk = after(walk, next.by, next.action, goodAnswer(next.action, walk), 10)
  }
  return false
}

const goodAnswer = (action: string, walk: Walk): object | undefined =>
  action === 'accept' ? { workers: [cast.eng.id] } : action === 'finish' ? asked.finish : answerTo(action, walk, 2, 10)
