import { describe, expect, it, test } from 'vitest'
import { decideOpening } from '#kernel/process/decide.ts'
import { list } from '#kernel/process/define.ts'
import { faults } from '#kernel/process/faults.ts'
import { asked, correctiveAction, found, plan, open, head, stages } from '#test/corrective-action.ts'
import { at, everyRole, person, tries, wordless, wrongAnswers } from '#test/department-case.ts'
import { isRefusal } from '#test/walk.ts'
import { correctiveParameters } from './parameters.ts'
import { departments, kinds } from './slip.ts'
import { parameterWords, words } from './words.ts'

const actions = Object.entries(correctiveAction.actions)
const problems = (answer: object) =>
  'why' in answer && 'problems' in answer
    ? [...new Set((answer.problems as { path: string }[]).map(({ path }) => path))]
    : answer

describe('the definition', () => {
  it('is sound', () => expect(faults(correctiveAction)).toEqual([]))

  it('uses every need it names', () => {
    const used = new Set([
      ...list(correctiveAction.opens.ensures),
      ...actions.flatMap(([, action]) => [...list(action.needs), ...list(action.ensures)]),
    ])
    expect(Object.keys(correctiveAction.needs).filter((need) => !used.has(need))).toEqual([])
  })

  it('has a primary step for each state that is not an end', () => {
    const primary = new Set(actions.flatMap(([, action]) => (action.primary ? list(action.from) : [])))
    const going = Object.entries(correctiveAction.states).flatMap(([name, state]) => (state.final ? [] : [name]))
    expect(going.filter((state) => !primary.has(state))).toEqual([])
  })

  it('is shown to managers, the desk and the heads, to no engineer, guard or tenant', () => {
    const seen: readonly string[] = Object.values(correctiveAction.sight).flat()
    expect(everyRole.filter((role) => !seen.includes(role))).toEqual(
      expect.arrayContaining(['ENG', 'SEC', 'FIN', 'TADM', 'TFIN', 'TUSR', 'GUEST']),
    )
  })

  it('has every word in both languages, the names it is filed under too', () => {
    expect(wordless(correctiveAction, words)).toEqual([])
    expect(Object.keys(parameterWords).sort()).toEqual(correctiveParameters.map(({ key }) => key).sort())
    const filed = departments.flatMap((department) => kinds.map((kind) => `${department}:${kind}`))
    expect(filed.filter((key) => !Object.hasOwn(words.options, key))).toEqual([])
    const options: Readonly<Record<string, unknown>> = words.options
    expect(options['engineering:lift']).toEqual({ zh: '工程部·电梯', en: 'Engineering: Lifts' })
  })
})

describe('who may do what, and when', () => {
  it.each(actions.map(([name]) => name))(
    '%s is refused in the wrong state and to the wrong role, and only then',
    (name) => expect(wrongAnswers(correctiveAction, stages, name, asked[name])).toEqual([]),
  )

  it.each(actions.map(([name]) => name))('%s answers nonsense with a refusal, never with an exception', (name) => {
    for (const input of [null, 0, '', [], 'x'.repeat(10_000), { nothing: true }, { reason: '\u0000' }, { causes: 1 }])
      expect(() => wrongAnswers(correctiveAction, stages, name, input)).not.toThrow()
  })

  test('the desk, the managers and the heads may open one, nobody else', () => {
    const may = everyRole.filter((role) => !isRefusal(decideOpening(correctiveAction, found, at(person(role)))))
    expect(may).toEqual(['PM', 'CSM', 'CSS', 'CSA', 'ENGM', 'SECM', 'CLNM', 'FINM', 'LEA', 'HR'])
  })
})

describe('bad input', () => {
  const opening = (changes: object) =>
    problems(decideOpening(correctiveAction, { ...found, ...changes }, at(person('CSM'))))
  const planning = (changes: object) => problems(tries(open, head, 'submitPlan', { ...plan, ...changes }))

  test('a report names department, source and fact', () => {
    expect(opening({ department: undefined })).toEqual(['department'])
    expect(opening({ source: 'rumour' })).toEqual(['source'])
    expect(opening({ fact: ' ' })).toEqual(['fact'])
    expect(opening({ blame: 'x' })).toEqual([''])
  })

  it.each(['causeText', 'responsible', 'corrective', 'correctiveBy', 'preventive', 'preventiveBy'])(
    'a plan without %s is refused by that name',
    (field) => expect(planning({ [field]: undefined })).toEqual([field]),
  )

  test('a plan ticks at least one of the five kinds of cause', () => {
    expect(planning({ causes: [] })).toEqual(['causes'])
    expect(planning({ causes: ['fate'] })).toEqual(['causes.0'])
  })
  test('a day that is none is refused', () =>
    expect(planning({ correctiveBy: '2026-02-30' })).toEqual(['correctiveBy']))
})
