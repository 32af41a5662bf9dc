import { expect, test } from 'vitest'
import { complaint } from '#modules/complaint/process.ts'
import { asked, chargedCase, repair } from '#test/repair.ts'
import { after } from '#test/walk.ts'
import { decideOpening } from '#kernel/process/decide.ts'
import { momentOf, shanghai } from '#test/moment.ts'

/* Modules never meet, yet one may open a case of another: what it writes has to be what the other asks. */

const parameters = Object.fromEntries(complaint.parameters.map(({ key, default: value }) => [key, value]))

test('a dissatisfied repair opens a complaint that complaint takes, with the apology made and the slip named', () => {
  const called = chargedCase().called
  if (called === undefined) throw new Error('no repair was called back')
  const unhappy = { ...called, slip: { ...called.slip, conclusion: 'dissatisfied' } }
  const [raised] = after(unhappy, 'csa', 'complain', asked.complain).last?.raises ?? []
  expect(raised?.process).toBe('complaint')
  const opened = decideOpening(complaint, raised?.input, momentOf({ now: shanghai('18:00'), parameters }))
  expect(opened).toMatchObject({
    slip: {
      apologised: true,
      channel: 'phone',
      complainantName: 'Ms Tan',
      direct: true,
      problem: expect.stringMatching(/^third visit .*\nGW-\S+ the door /s),
    },
  })
})

test('what repair waits for is what complaint lets others know', () => {
  const shown = complaint.shows?.({ conclusion: 'satisfied', departments: [] } as never)
  expect(shown).toMatchObject({ satisfied: true })
  expect(Object.keys(repair.actions)).toContain('complain')
})
