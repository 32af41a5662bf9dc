import { expect, test } from 'vitest'
import { z } from 'zod'
import { cast, momentOf } from '#test/moment.ts'
import { decide, decideOpening } from './decide.ts'
import { defineProcess } from './define.ts'
import { edges, faults } from './faults.ts'
import { text } from './fields.ts'
import { departmentsOf, headOf } from './roles.ts'
import { spineOf } from './spine.ts'

/* What a second procedure needed of the language, on the smallest procedure that speaks it. */

const Slip = z.object({ matter: z.string(), fits: z.boolean(), answer: z.string().nullable() })
const Ask = z.object({ matter: text(), fits: z.boolean(), answer: text().optional() })

const request = defineProcess({
  name: 'request',
  number: 'RQ',
  table: 'request_slips',
  slip: Slip,
  title: (slip) => slip.matter,
  departments: () => ['engineering'],
  shows: (slip) => ({ fits: slip.fits }),
  sight: { all: ['CSA'], own: [], company: [], department: ['ENGM'] },
  hidden: [],
  opens: {
    in: ['open', 'answered'],
    goes: (slip) => (slip.answer === null ? 'open' : 'answered'),
    by: 'CSA',
    input: Ask,
    customerFree: () => true,
    slip: ({ matter, fits, answer }) => ({ matter, fits, answer: answer ?? null }),
  },
  states: {
    open: { waitsFor: ['CSA', 'ENGM'], forDepartment: true, tone: 'info', next: 'answered' },
    answered: { waitsFor: 'CSA', tone: 'info', next: 'closed' },
    closed: { final: true, tone: 'done' },
    joined: { final: true, tone: 'neutral' },
  },
  clocks: {},
  needs: { slipReturned: (_slip, at) => at.facts.linked.every(({ final }) => final) },
  actions: {
    judge: {
      by: 'ENGM',
      from: 'open',
      to: ['answered', 'closed'],
      goes: (slip) => (slip.fits ? 'closed' : 'answered'),
      raises: (slip) => (slip.fits ? [] : [{ process: 'service-slip', input: { content: slip.matter } }]),
    },
    close: { by: 'CSA', from: 'answered', to: 'closed', needs: 'slipReturned' },
    join: {
      by: 'CSA',
      from: 'open',
      to: 'joined',
      input: z.object({ into: text() }),
      joins: ({ into }) => into,
    },
  },
  corrects: { by: 'CSA', fields: [] },
  papers: {},
  parameters: [],
})

const engm = momentOf({ actor: cast.engm })
const csa = momentOf({ actor: cast.csa })
const open = { state: 'open', slip: { matter: 'm', fits: true, answer: null } }

test('an action that leads to one of several states asks the slip which', () => {
  expect(decide(request, open, 'judge', undefined, engm)).toMatchObject({ to: 'closed', raises: [] })
  const unfit = { ...open, slip: { ...open.slip, fits: false } }
  expect(decide(request, unfit, 'judge', undefined, engm)).toMatchObject({
    to: 'answered',
    raises: [{ process: 'service-slip', input: { content: 'm' } }],
  })
})

test('a case begins in the state its first slip says', () => {
  expect(decideOpening(request, { matter: 'm', fits: true }, csa)).toMatchObject({ in: 'open' })
  expect(decideOpening(request, { matter: 'm', fits: true, answer: 'a' }, csa)).toMatchObject({ in: 'answered' })
})

test('a need looks at the cases this one hangs together with', () => {
  const slip = { kind: 'raised', way: 'down', process: 'service-slip', number: 'FW-2026-0001', title: '' } as const
  const linked = (final: boolean) => [
    { ...slip, state: 'x', final, customerId: null, openedAt: csa.now, closedAt: null, shows: {} },
  ]
  const answered = { ...open, state: 'answered' }
  const at = (final: boolean) => momentOf({ actor: cast.csa, facts: { linked: linked(final) } })
  expect(decide(request, answered, 'close', undefined, at(false))).toEqual({ why: 'needs', missing: ['slipReturned'] })
  expect(decide(request, answered, 'close', undefined, at(true))).toMatchObject({ to: 'closed' })
})

test('a report of the same trouble names the case it is joined into', () => {
  expect(decide(request, open, 'join', { into: 'RQ-2026-0001' }, csa)).toMatchObject({
    to: 'joined',
    joins: 'RQ-2026-0001',
  })
})

test('every state that may be chosen is an edge, and the chart begins with the first', () => {
  expect(faults(request)).toEqual([])
  expect(edges(request).map(({ from_state, to_state }) => `${from_state}>${to_state}`)).toEqual([
    '>open',
    '>answered',
    'open>answered',
    'open>closed',
    'answered>closed',
    'open>joined',
  ])
  expect(spineOf(request)).toEqual(['open', 'answered', 'closed'])
})

test('a definition that does not say which of several states is refused at boot', () => {
  const without = (owner: object, name: string) =>
    Object.fromEntries(Object.entries(owner).filter(([key]) => key !== name))
  const judge = without(request.actions.judge, 'goes')
  const silent = { ...request, actions: { ...request.actions, judge } } as unknown as typeof request
  expect(faults(silent)).toEqual([
    'request: action "judge" leads to several states and does not say which, or says which of one',
  ])
  const homeless = without(request, 'departments') as unknown as typeof request
  expect(faults(homeless)).toEqual(['request: "open" waits for a department, and the process names none'])
})

test('everybody works for the department of his roles, and every department has a head', () => {
  expect(departmentsOf(['ENG', 'TADM'])).toEqual(['engineering'])
  expect(departmentsOf(['CSA', 'CSS', 'FIN'])).toEqual(['customerService', 'finance'])
  expect([headOf('security'), headOf('cleaning'), headOf('customerService')]).toEqual(['SECM', 'CLNM', 'CSM'])
})
