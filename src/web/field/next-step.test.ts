import { describe, expect, test } from 'vitest'
import { nextStep } from './next-step.ts'

const spine = ['delivered', 'accepted', 'appointed', 'onSite', 'working', 'done']
const to: Readonly<Record<string, string>> = {
  accept: 'accepted',
  appoint: 'appointed',
  arrive: 'onSite',
  begin: 'working',
}
const leadsTo = (action: string) => to[action]
const choice = (action: string, missing: readonly string[] = [], primary = true) => ({ action, missing, primary })

describe('the one button at the thumb', () => {
  test('is the ready step that leads furthest', () => {
    const choices = [choice('appoint'), choice('arrive')]
    expect(nextStep(choices, 'accepted', leadsTo, spine)?.action).toBe('arrive')
  })

  test('is to agree a time while nobody may come yet', () => {
    const choices = [choice('appoint'), choice('arrive', ['appointmentMade'])]
    expect(nextStep(choices, 'accepted', leadsTo, spine)?.action).toBe('appoint')
  })

  test('is grey with its reason when nothing onward is ready', () => {
    const choices = [choice('appoint'), choice('arrive', ['notTooEarly'])]
    expect(nextStep(choices, 'appointed', leadsTo, spine)).toEqual(choice('arrive', ['notTooEarly']))
  })

  test('is nothing when no normal step leads on', () => {
    expect(nextStep([choice('photograph', [], false)], 'working', leadsTo, spine)).toBeNull()
  })
})
