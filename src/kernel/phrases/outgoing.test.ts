import { expect, test } from 'vitest'
import { z } from 'zod'
import { longText, outgoing } from '#kernel/process/fields.ts'
import { outgoingTexts } from './outgoing.ts'

const letter = z.object({
  reply: outgoing(500),
  inside: longText(500),
  later: outgoing(500).nullable().optional(),
  lines: z.array(z.object({ text: outgoing(100) })),
})

test('texts that reach a customer are found by their field, also optional ones and those in lists', () => {
  const input = { reply: 'a', inside: 'b', later: 'c', lines: [{ text: 'd' }, { text: 'e' }] }
  expect(outgoingTexts(letter, input)).toEqual([
    { path: 'reply', text: 'a' },
    { path: 'later', text: 'c' },
    { path: 'lines.0.text', text: 'd' },
    { path: 'lines.1.text', text: 'e' },
  ])
})

test('whatever way an input is chosen, its texts are found once', () => {
  const either = z.union([
    z.object({ kind: z.literal('a'), reply: outgoing() }),
    z.object({ kind: z.literal('b'), reply: outgoing() }),
  ])
  expect(outgoingTexts(either, { kind: 'a', reply: 'x' })).toEqual([{ path: 'reply', text: 'x' }])
})

test('nothing is found where nothing is asked, and in what is no answer to the schema', () => {
  expect(outgoingTexts(undefined, { reply: 'a' })).toEqual([])
  expect(outgoingTexts(letter, null)).toEqual([])
  expect(outgoingTexts(letter, { reply: 7, lines: 'x' })).toEqual([])
})
