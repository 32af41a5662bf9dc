import { expect, test } from 'vitest'
import { z } from 'zod'
import { choice, openCase, text } from '../fields.ts'
import { controlOf, elementOf, formFields } from './form-fields.ts'
import { blankValue, inputOf } from './form-values.ts'

const Join = z.object({ into: openCase(), note: text(20, 0).default('') }).strict()

test('another open case is asked by its number, blank at first and demanded', () => {
  const [into] = formFields(Join)
  expect(into).toMatchObject({ name: 'into', control: { control: 'case' }, required: true })
  expect(into && blankValue(into)).toBe('')
  expect(inputOf(formFields(Join), { into: '', note: '' })).toEqual({})
  expect(Join.safeParse({ into: ' TS-2026-0001 ' }).data).toMatchObject({ into: 'TS-2026-0001' })
  for (const wrong of ['', '0001', 'ts-2026-0001', 'TS-', 'TS-2026-0001; drop', 'TS-2026-00０1'])
    expect(Join.safeParse({ into: wrong }).success, wrong).toBe(false)
})

test('what a list is a list of is found through whatever it is wrapped in', () => {
  const list = z
    .array(choice(['a', 'b']))
    .max(3)
    .optional()
  expect(controlOf(elementOf(list))).toMatchObject({ control: 'choice' })
  expect(elementOf(text())).toBeNull()
  expect(elementOf(null)).toBeNull()
})
