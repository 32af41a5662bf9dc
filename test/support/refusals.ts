/** Holds a refusal against what every refusal must be: a problem document, in both languages, that changed nothing. */
import type { InjectOptions } from 'fastify'
import { expect } from 'vitest'
import type { ProblemDocument } from '#kernel/http/problem.ts'
import type { Answer, Somebody, TestHouse } from './house.ts'
import { tableSums } from './table-sums.ts'

const members = ['type', 'title', 'status', 'code', 'detail', 'missing', 'errors', 'retryAfter']
const chinese = /\p{Script=Han}/u

export const problemOf = (answer: Answer): ProblemDocument => answer.body as unknown as ProblemDocument

/** The sentences of a problem document: its title and what it says of fields and needs. */
const sentences = (problem: ProblemDocument): string[] => [
  problem.title,
  ...(problem.errors ?? []).map(({ message }) => message),
  ...(problem.missing ?? []).map(({ message }) => message),
]

/** Asks twice, in Chinese and in English; gives the English answer's document. `within`: the caller holds the tables himself. */
export async function expectRefused(
  here: TestHouse,
  who: Somebody | null,
  request: InjectOptions,
  expected: { readonly status: number | readonly number[]; readonly code?: string; readonly within?: true },
  about = `${who} ${request.method} ${typeof request.url === 'string' ? request.url.slice(0, 200) : ''}`,
): Promise<ProblemDocument> {
  await here.send(who, { method: 'GET', url: '/api/me' })
  const sums = () => (expected.within ? '' : tableSums(here.house))
  const before = await sums()
  const ask = (language: string) =>
    here.send(who, { ...request, headers: { ...request.headers, 'accept-language': language } })
  const zh = await ask('zh-CN')
  const en = await ask('en-GB')
  for (const [language, answer] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    const problem = problemOf(answer)
    expect(answer.headers['content-type'], about).toBe('application/problem+json; charset=utf-8')
    expect([expected.status].flat(), `${about}: ${answer.text}`).toContain(answer.status)
    expect(problem.status, about).toBe(answer.status)
    if (expected.code !== undefined) expect(problem.code, `${about}: ${answer.text}`).toBe(expected.code)
    expect(problem.type, about).toBe(`urn:atrium:problem:${problem.code}`)
    expect(
      Object.keys(problem).filter((key) => !members.includes(key)),
      about,
    ).toEqual([])
    for (const sentence of sentences(problem))
      expect(chinese.test(sentence), `${about}: ${sentence}`).toBe(language === 'zh')
    expect(answer.headers['cache-control'], about).toBe('no-store')
  }
  expect(problemOf(zh).code, about).toBe(problemOf(en).code)
  expect(await sums(), `${about} changed something`).toBe(before)
  return problemOf(en)
}

/** A JSON request with a fresh key, as `expectRefused` takes it. */
export const posting = (url: string, body: unknown, headers: Record<string, string> = {}): InjectOptions => ({
  method: 'POST',
  url,
  payload: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
})
export const getting = (url: string, headers: Record<string, string> = {}): InjectOptions => ({
  method: 'GET',
  url,
  headers,
})
