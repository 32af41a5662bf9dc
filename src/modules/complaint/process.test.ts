import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { decide, type Slip } from '#kernel/process/decide.ts'
import { list } from '#kernel/process/define.ts'
import { faults } from '#kernel/process/faults.ts'
import { staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import { columnOf } from '#kernel/process/server/slip-rows.ts'
import { asked, at, complaint, stages, writtenStages } from '#test/complaint.ts'
import { wordless } from '#test/department-case.ts'
import { momentOf, somebody } from '#test/moment.ts'
import { isRefusal } from '#test/walk.ts'
import { complaintParameters } from './parameters.ts'
import { hidden } from './slip.ts'
import { words } from './words.ts'
import { parameterWords } from './words/parameters.ts'

const roles = [...staffRoles, ...tenantRoles, 'GUEST', 'CLOCK'] as const
const actions = Object.entries(complaint.actions)

describe('the definition', () => {
  it('is sound', () => expect(faults(complaint)).toEqual([]))

  it('uses every need it names', () => {
    const used = new Set([
      ...list(complaint.opens.ensures),
      ...actions.flatMap(([, action]) => [...list(action.needs), ...list(action.ensures)]),
    ])
    expect(Object.keys(complaint.needs).filter((need) => !used.has(need))).toEqual([])
  })

  it('enforces every step of the plan somewhere', () => {
    const steps = new Set(
      [complaint.opens.step, ...actions.map(([, action]) => action.step)].flatMap((one) => one?.split(', ')),
    )
    expect(['1', '2', '3', '4', '5', '6', '7'].filter((one) => !steps.has(one))).toEqual([])
  })

  it('has a primary step for each state that is not an end', () => {
    const primary = new Set(actions.flatMap(([, action]) => (action.primary ? list(action.from) : [])))
    const open = Object.entries(complaint.states).flatMap(([name, state]) => (state.final ? [] : [name]))
    expect(open.filter((state) => !primary.has(state))).toEqual([])
  })

  it('hides from customers only fields that exist, and may correct only fields that exist', () => {
    const fields = Object.keys(complaint.slip.shape)
    expect([...complaint.hidden, ...complaint.corrects.fields].filter((field) => !fields.includes(field))).toEqual([])
  })

  it('tells a customer nothing under a hidden name, nor in a step he is not shown', () => {
    const shown = actions.filter(([, action]) => action.internal !== true)
    const told = shown.flatMap(([, { input }]) =>
      input ? Object.keys(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties ?? {}) : [],
    )
    expect(told.filter((name) => (hidden as readonly string[]).includes(name))).toEqual([])
    expect(shown.map(([name]) => name).toSorted()).toEqual([
      ...['close', 'confirm', 'defer', 'deliverReply', 'holdingReply', 'notSatisfied', 'satisfied', 'take'],
    ])
  })

  it('keeps no field whose column would be called like another', () => {
    const columns = Object.keys(complaint.slip.shape).map(columnOf)
    expect(new Set(columns).size).toBe(columns.length)
  })
})

describe('who may do what, and when', () => {
  const { replyPending } = writtenStages()
  const known: Readonly<Record<string, { readonly slip: object }>> = {
    ...stages(),
    callBack: stages().confirmed,
    replyPending,
  }

  describe.each(actions)('%s', (name, action) => {
    it.each(Object.keys(complaint.states))('in state %s is refused to exactly the wrong people', (state) => {
      const slip = (known[state] ?? known['registered'])?.slip as Slip
      for (const role of roles) {
        const answer = decide(complaint, { state, slip }, name, asked[name], at(somebody(role)))
        const why = isRefusal(answer) ? answer.why : 'done'
        const expected = !list(action.from).includes(state)
          ? ['wrongState']
          : !list(action.by).includes(role)
            ? ['notYours']
            : ['done', 'needs', 'input']
        expect(expected, `${name} by ${role}`).toContain(why)
      }
    })

    it('answers nonsense with a refusal, never with an exception', () => {
      for (const input of [null, 0, '', [], 'x'.repeat(10_000), { nothing: true }, { reason: '\u0000' }]) {
        for (const state of list(action.from)) {
          const actor = somebody(list(action.by)[0] ?? 'SYS')
          const slip = (known[state] ?? known['registered'])?.slip as Slip
          expect(() => decide(complaint, { state, slip }, name, input, at(actor))).not.toThrow()
        }
      }
    })
  })

  it('knows no action by a name every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', ''])
      expect(decide(complaint, { state: 'registered', slip: {} }, name, {}, momentOf())).toEqual({
        why: 'unknownAction',
      })
  })

  test('only the project manager closes without 满意', () =>
    expect(list(complaint.actions['closeExceptionally']?.by)).toEqual(['PM']))

  test('security is asked as a department, and takes complaints like every other counter', () => {
    expect(list(complaint.opens.by)).toEqual(expect.arrayContaining(['SEC', 'SECM', 'REC', 'OPR', 'GUEST']))
    expect(complaint.sight.department).toContain('SECM')
    expect(complaint.sight.all).not.toContain('SECM')
  })
})

describe('the words', () => {
  it('name every blank, choice, desk and cause, in Chinese and in English', () =>
    expect(wordless(complaint, words)).toEqual([]))

  it('name nothing that is not there', () => {
    for (const part of ['states', 'actions', 'needs', 'clocks', 'papers'] as const)
      expect(Object.keys(words[part]).sort()).toEqual(Object.keys(complaint[part]).sort())
    expect(Object.keys(parameterWords).sort()).toEqual(complaintParameters.map(({ key }) => key).sort())
  })

  it('name what is escalated without a clock', () => {
    for (const cause of ['cannotSolve', 'visitInPerson', 'neverReached']) expect(words.more).toHaveProperty(cause)
  })
})
