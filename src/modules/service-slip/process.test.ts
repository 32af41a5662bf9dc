import { describe, expect, it, test } from 'vitest'
import { decideOpening } from '#kernel/process/decide.ts'
import { list } from '#kernel/process/define.ts'
import { faults } from '#kernel/process/faults.ts'
import { at, everyRole, person, wordless, wrongAnswers } from '#test/department-case.ts'
import { asked, request, serviceSlip, stages } from '#test/service-slip.ts'
import { isRefusal } from '#test/walk.ts'
import { serviceParameters } from './parameters.ts'
import { parameterWords, words } from './words.ts'

const actions = Object.entries(serviceSlip.actions)

describe('the definition', () => {
  it('is sound', () => expect(faults(serviceSlip)).toEqual([]))

  it('uses every need it names', () => {
    const used = new Set([
      ...list(serviceSlip.opens.ensures),
      ...actions.flatMap(([, action]) => [...list(action.needs), ...list(action.ensures)]),
    ])
    expect(Object.keys(serviceSlip.needs).filter((need) => !used.has(need))).toEqual([])
  })

  it('has a primary step for each state that is not an end', () => {
    const primary = new Set(actions.flatMap(([, action]) => (action.primary ? list(action.from) : [])))
    const open = Object.entries(serviceSlip.states).flatMap(([name, state]) => (state.final ? [] : [name]))
    expect(open.filter((state) => !primary.has(state))).toEqual([])
  })

  it('says by what it lies with the department only while the department has to act', () =>
    expect(Object.entries(serviceSlip.states).flatMap(([name, state]) => (state.forDepartment ? [name] : []))).toEqual([
      'sent',
      'accepted',
      'returned',
    ]))

  it('is shown to no tenant and no guest', () => {
    const seen: readonly string[] = Object.values(serviceSlip.sight).flat()
    expect(['TADM', 'TFIN', 'TUSR', 'GUEST'].filter((role) => seen.includes(role))).toEqual([])
  })

  it('has every word in both languages', () => {
    expect(wordless(serviceSlip, words)).toEqual([])
    expect(Object.keys(parameterWords).sort()).toEqual(serviceParameters.map(({ key }) => key).sort())
  })
})

describe('who may do what, and when', () => {
  it.each(actions.map(([name]) => name))(
    '%s is refused in the wrong state and to the wrong role, and only then',
    (name) => expect(wrongAnswers(serviceSlip, stages, name, asked[name])).toEqual([]),
  )

  it.each(actions.map(([name]) => name))('%s answers nonsense with a refusal, never with an exception', (name) => {
    for (const input of [null, 0, '', [], 'x'.repeat(10_000), { nothing: true }, { reason: '\u0000' }, { workers: 1 }])
      expect(() => wrongAnswers(serviceSlip, stages, name, input)).not.toThrow()
  })

  test('the desks of customer service and the heads may open one, nobody else', () => {
    const may = everyRole.filter((role) => !isRefusal(decideOpening(serviceSlip, request, at(person(role)))))
    expect(may).toEqual([
      'CSM',
      'CSS',
      'CSA',
      'REC',
      'MAIL',
      'OPR',
      'MTG',
      'BCC',
      'CANT',
      'ENGM',
      'SECM',
      'CLNM',
      'FINM',
    ])
  })
})

describe('what is asked when a slip is opened', () => {
  const opening = (changes: object) => decideOpening(serviceSlip, { ...request, ...changes }, at(person('CSA')))
  const problem = (changes: object) => {
    const answer = opening(changes)
    return isRefusal(answer) && answer.why === 'input' ? [...new Set(answer.problems.map(({ path }) => path))] : answer
  }

  test('department, content and required time must be filled in', () => {
    expect(problem({ department: undefined })).toEqual(['department'])
    expect(problem({ content: '  ' })).toEqual(['content'])
    expect(problem({ requiredBy: undefined })).toEqual(['requiredBy'])
    expect(problem({ requiredBy: 'soon' })).toEqual(['requiredBy'])
    expect(problem({ requiredBy: '2199-01-01T00:00:00.000Z' })).toEqual(['requiredBy'])
  })
  test('a department that does not exist, a blank nobody asked for and a content without end are refused', () => {
    expect(problem({ department: 'kitchen' })).toEqual(['department'])
    expect(problem({ colour: 'red' })).toEqual([''])
    expect(problem({ content: 'x'.repeat(2001) })).toEqual(['content'])
  })
})
