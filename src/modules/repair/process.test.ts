import { z } from 'zod'
import { describe, expect, it, test } from 'vitest'
import { decide } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import { faults } from '#kernel/process/faults.ts'
import { staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import { momentOf, somebody } from '../../../test/support/moment.ts'
import { freeCase, chargedCase, asked, repair } from '../../../test/support/repair.ts'
import { isRefusal } from '../../../test/support/walk.ts'
import { repairParameters } from './parameters.ts'
import { parameterWords, words } from './words.ts'

const roles = [...staffRoles, ...tenantRoles, 'GUEST', 'CLOCK'] as const
const actions = Object.entries(repair.actions)

describe('the definition', () => {
  it('is sound', () => expect(faults(repair)).toEqual([]))

  it('uses every need it names', () => {
    const used = new Set([
      ...list(repair.opens.ensures),
      ...actions.flatMap(([, action]) => [...list(action.needs), ...list(action.ensures)]),
    ])
    expect(Object.keys(repair.needs).filter((need) => !used.has(need))).toEqual([])
  })

  it('enforces every step of the plan somewhere', () => {
    const steps = new Set(
      [repair.opens.step, ...actions.map(([, action]) => action.step)].flatMap((s) => s?.split(', ')),
    )
    expect(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'].filter((step) => !steps.has(step))).toEqual([])
  })

  it('has one primary step for each state that is not an end', () => {
    const primary = new Set(actions.flatMap(([, action]) => (action.primary ? list(action.from) : [])))
    const open = Object.entries(repair.states).flatMap(([name, state]) => (state.final ? [] : [name]))
    expect(open.filter((state) => !primary.has(state))).toEqual([])
  })

  it('hides from customers only fields that exist, and may correct only fields that exist', () => {
    const fields = Object.keys(repair.slip.shape)
    expect([...repair.hidden, ...repair.corrects.fields].filter((field) => !fields.includes(field))).toEqual([])
  })
})

describe('who may do what, and when', () => {
  const slips = { ...chargedCase(), ...freeCase() }

  describe.each(actions)('%s', (name, action) => {
    it.each(Object.keys(repair.states))('in state %s is refused to exactly the wrong people', (state) => {
      const slip = (slips[state] ?? slips.registered)?.slip ?? {}
      for (const role of roles) {
        const answer = decide(repair, { state, slip }, name, asked[name], momentOf({ actor: somebody(role) }))
        const why = isRefusal(answer) ? answer.why : 'done'
        const rightState = list(action.from).includes(state)
        const rightRole = list(action.by).includes(role)
        expect({ role, why }, `${name} by ${role}`).toSatisfy(() =>
          !rightState
            ? why === 'wrongState'
            : !rightRole
              ? why === 'notYours'
              : why !== 'wrongState' && why !== 'notYours',
        )
      }
    })

    it('answers nonsense with a refusal, never with an exception', () => {
      for (const input of [
        null,
        0,
        '',
        [],
        'x'.repeat(10_000),
        { nothing: true },
        { reason: '\u0000' },
        { workers: 1 },
      ]) {
        for (const from of list(action.from)) {
          const actor = somebody(list(action.by)[0] ?? 'SYS')
          expect(() =>
            decide(repair, { state: from, slip: slips[from]?.slip ?? {} }, name, input, momentOf({ actor })),
          ).not.toThrow()
        }
      }
    })
  })

  it('knows no action by a name every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', ''])
      expect(decide(repair, { state: 'registered', slip: {} }, name, {}, momentOf())).toEqual({ why: 'unknownAction' })
  })
})

describe('the words', () => {
  const schemas: [string, z.ZodType][] = [
    ['slip', repair.slip],
    ['opening', repair.opens.input],
    ...actions.flatMap(([name, action]): [string, z.ZodType][] => (action.input ? [[name, action.input]] : [])),
  ]

  it.each(schemas)('name every blank and every choice of %s', (_name, schema) => {
    const { fields, choices } = blanks(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    expect(fields.filter((field) => !Object.hasOwn(words.fields, field))).toEqual([])
    expect(choices.filter((choice) => !Object.hasOwn(words.options, choice))).toEqual([])
  })

  it('name every desk a copy goes to and every cause of an escalation', () => {
    const desks = Object.values(repair.papers).flatMap((paper) => paper.copies)
    const causes = [...Object.keys(repair.clocks), 'reworkedTooOften', 'costFile', 'financeAccount']
    expect([...desks, ...causes].filter((key) => !Object.hasOwn(words.more, key))).toEqual([])
  })

  it('name nothing that is not there', () => {
    const same = (part: keyof Process & ('states' | 'actions' | 'needs' | 'clocks' | 'papers')) =>
      expect(Object.keys(words[part]).sort()).toEqual(Object.keys(repair[part]).sort())
    for (const part of ['states', 'actions', 'needs', 'clocks', 'papers'] as const) same(part)
    expect(Object.keys(parameterWords).sort()).toEqual(repairParameters.map(({ key }) => key).sort())
  })

  test('are Chinese in Chinese and English in English', () => {
    const all = [
      words.states,
      words.actions,
      words.needs,
      words.clocks,
      words.fields,
      words.options,
      words.more,
      parameterWords,
    ]
    for (const [key, { zh, en }] of all.flatMap((part) => Object.entries(part))) {
      expect(zh, key).toMatch(/\p{Script=Han}/u)
      expect(en, key).not.toMatch(/\p{Script=Han}/u)
      expect(en, key).toMatch(/^[A-Z]/)
    }
  })
})

/** Every property name and every enumerated value of a schema, however deep. */
function blanks(schema: unknown): { fields: string[]; choices: string[] } {
  if (typeof schema !== 'object' || schema === null) return { fields: [], choices: [] }
  if (Array.isArray(schema)) return join(schema.map(blanks))
  const { properties, enum: values, control: _control, values: _values, ...rest } = schema as Record<string, unknown>
  const own = typeof properties === 'object' && properties !== null ? properties : {}
  return join([
    { fields: Object.keys(own), choices: Array.isArray(values) ? values.filter((v) => typeof v === 'string') : [] },
    ...Object.values(own).map(blanks),
    ...Object.values(rest).map(blanks),
  ])
}

function join(parts: readonly { fields: string[]; choices: string[] }[]): { fields: string[]; choices: string[] } {
  return { fields: parts.flatMap((part) => part.fields), choices: parts.flatMap((part) => part.choices) }
}
