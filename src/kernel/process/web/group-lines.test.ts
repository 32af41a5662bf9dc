import { expect, test } from 'vitest'
import { z } from 'zod'
import { choice, flag, lines, longText, moment, text } from '../fields.ts'
import { formFields } from './form-fields.ts'
import { blankLine, blankValue, inputOf, typedValue } from './form-values.ts'

const schema = z
  .object({
    rows: lines(
      {
        where: choice(['east', 'west']),
        what: longText(500),
        until: moment(),
        wish: text(60, 0).default(''),
        soon: flag(),
      },
      1,
      3,
    ),
    others: lines({ what: text(60) }, 0, 5).default([]),
  })
  .strict()
const [rows, others] = formFields(schema)
if (!rows || !others) throw new Error('two lists are asked')

test('a list of groups asks what its schema says, line by line', () => {
  expect(rows).toMatchObject({ control: { control: 'lines' }, required: true, least: 1, most: 3 })
  expect(rows.inner?.map(({ name, control, required }) => [name, control.control, required])).toEqual([
    ['where', 'choice', true],
    ['what', 'longText', true],
    ['until', 'moment', true],
    ['wish', 'text', false],
    ['soon', 'flag', false],
  ])
  expect(others.required).toBe(false)
})

test('a list that must have a line begins with a blank one', () => {
  expect(blankValue(rows)).toEqual([{ where: '', what: '', until: '', wish: '', soon: false }])
  expect(blankValue(others)).toEqual([])
})

test('each line is sent like a form of its own: Shanghai time to instants, blanks left out', () => {
  const line = { ...blankLine(rows.inner ?? []), where: 'east', what: 'mop', until: '2026-11-24T11:30' }
  expect(inputOf([rows, others], { rows: [line], others: [] })).toEqual({
    rows: [{ where: 'east', what: 'mop', until: '2026-11-24T03:30:00.000Z', soon: false }],
    others: [],
  })
  expect(schema.safeParse(inputOf([rows], { rows: [line] })).success).toBe(true)
})

test('what a slip keeps as a list is not poured into the form', () =>
  expect(typedValue(rows, [{ where: 'east' }])).toBeUndefined())
