import { expect, test } from 'vitest'
import type { Reporting } from '#kernel/process/web/opening-header.tsx'
import { shanghai } from '#test/moment.ts'
import { Report } from '../process/asks.ts'
import { categories, responsible } from '../slip.ts'
import { blank, inputOf, type Typed, usualDepartment } from './desk-typed.ts'

const nobody = { name: '', phone: '', company: '' }
const known = {
  common: false,
  unitCode: '1-1701',
  customer: { name: 'Chengji' },
  contact: { name: 'Ms Tan', phone: '010-5555 0101', landline: '' },
  caller: nobody,
} as unknown as Reporting
const stranger = { ...known, common: true, customer: null, contact: null } as unknown as Reporting
const now = Date.parse(shanghai('10:00'))
const heard: Typed = { ...blank, apologised: true, category: 'temperature', problem: 'far too warm', direct: 'yes' }
const problems = (typed: Typed, who = known) =>
  Report.safeParse(inputOf(typed, who, now, [])).error?.issues.map(({ path }) => path.join()) ?? []

test('apology, customer, category, what happened and one press: nothing else is asked of an angry caller', () => {
  expect(problems(heard)).toEqual([])
  expect(inputOf(heard, known, now, [])).toMatchObject({
    complainant: 'customer',
    complainantName: 'Ms Tan',
    company: 'Chengji',
    location: '1-1701',
    occurredAt: shanghai('09:59'),
    written: false,
  })
})

test('a visitor needs no company, but a name, a number and a place', () =>
  expect(problems(heard, stranger)).toEqual(['complainantName', 'complainantPhone', 'location']))

test('a letter is a written complaint without another tick', () =>
  expect(inputOf({ ...heard, channel: 'letter' }, known, now, [])).toMatchObject({ written: true }))

test('an indirect complaint says where it came from, and the government’s has its deadline', () => {
  expect(problems({ ...heard, channel: 'indirect' })).toEqual(['source'])
  const order: Typed = { ...heard, channel: 'indirect', source: 'hotline12345' }
  expect(problems(order)).toEqual(['orderDeadline'])
  expect(problems({ ...order, orderDeadline: '2026-11-27T18:00' })).toEqual([])
  expect(inputOf({ ...heard, source: 'visit' }, known, now, [])).not.toHaveProperty('source')
})

test('another time is read in Shanghai, and a blank one is missing', () => {
  const other: Typed = { ...heard, when: 'other' }
  expect(problems(other)).toEqual(['occurredAt'])
  expect(inputOf({ ...other, occurredAt: '2026-11-23T18:30' }, known, now, [])).toMatchObject({
    occurredAt: shanghai('18:30', '2026-11-23'),
  })
})

test('a number that is shown in part only is asked for', () => {
  const masked = { ...known, contact: { name: 'Ms Tan', phone: '199****0101', landline: '' } } as unknown as Reporting
  expect(problems(heard, masked)).toEqual(['complainantPhone'])
})

test('every proposed department is one that may get a service slip; attitude and the rest are for people to decide', () => {
  const proposed = categories.map(usualDepartment)
  for (const department of proposed) if (department !== null) expect(responsible).toContain(department)
  expect(categories.filter((_, at) => proposed[at] === null)).toEqual(['attitude', 'other'])
})
