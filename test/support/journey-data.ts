/** What journeys need to find already there: asked for in a visitor's own browser, with his own rights. */
import { expect } from '@playwright/test'
import type { CaseRow, CaseView } from '#kernel/process/view.ts'
import type { Company } from './journey-repair.ts'
import type { Visitor } from './journey-visitor.ts'

interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

/** One request as the page itself would send it. */
export function ask<Body>(
  { page }: Visitor,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answer<Body>> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(String(where), {
        method: String(how),
        headers: {
          accept: 'application/json',
          ...(how === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
        },
        ...(what === undefined ? {} : { body: JSON.stringify(what) }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [method, path, body] as const,
  ) as Promise<Answer<Body>>
}

/** A slip as the desk would have taken it: free by default, wanted now. */
export async function opened(
  clerk: Visitor,
  customer: Company | null,
  input: Readonly<Record<string, unknown>>,
): Promise<CaseView> {
  const now = Date.now()
  const [id, unit] =
    customer === null
      ? [null, null]
      : [
          (await ask<{ id: string }>(clerk, 'GET', `/api/customers/${customer.code}`)).body.id,
          (await ask<{ id: string }>(clerk, 'GET', `/api/units/${customer.unit}`)).body.id,
        ]
  const answer = await ask<CaseView>(clerk, 'POST', '/api/repair', {
    header: { customerId: id, unitId: unit, contactId: null },
    input: {
      channel: 'phone',
      area: customer === null ? 'common' : 'customer',
      location: customer?.unit ?? 'B1',
      category: 'airCon',
      reporterName: 'Tester',
      reporterPhone: '13900002222',
      appointmentStart: new Date(now).toISOString(),
      appointmentEnd: new Date(now + 4 * 3_600_000).toISOString(),
      ...input,
    },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

/** One step of a repair taken without a screen. */
export const moved = (who: Visitor, number: string, action: string, input?: unknown): Promise<CaseView> =>
  movedIn(who, 'repair', number, action, input)

/** One step of any case taken without a screen. */
export async function movedIn(
  who: Visitor,
  process: string,
  number: string,
  action: string,
  input?: unknown,
): Promise<CaseView> {
  const { version } = await caseIn(who, process, number)
  const answer = await ask<CaseView>(who, 'POST', `/api/${process}/${number}/${action}`, {
    version,
    ...(input === undefined ? {} : { input }),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

export const caseOf = (who: Visitor, number: string): Promise<CaseView> => caseIn(who, 'repair', number)

export const caseIn = async (who: Visitor, process: string, number: string): Promise<CaseView> =>
  (await ask<CaseView>(who, 'GET', `/api/${process}/${number}`)).body

export const register = (who: Visitor, query: string): Promise<readonly CaseRow[]> => registerIn(who, 'repair', query)

export const registerIn = async (who: Visitor, process: string, query: string): Promise<readonly CaseRow[]> =>
  (await ask<{ items: readonly CaseRow[] }>(who, 'GET', `/api/${process}?${query}`)).body.items
