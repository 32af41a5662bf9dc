import type { ProblemDocument } from '#kernel/http/problem.ts'
import type { Both, Language } from '#lib/language.ts'
import { setServerTime } from '#ui/now.ts'
import { words } from './words.ts'

/** The one way to the server: JSON out, JSON or a typed problem back. */

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** plain data is sent as JSON; a form as it is */
  readonly body?: unknown
  /** Idempotency-Key: one per intention of the person, the same over retries */
  readonly key?: string
  /** the secret of a report made at a door, by which its reporter is known */
  readonly guestKey?: string
  /** the token of the door a guest stands at, when he uploads */
  readonly door?: string
  readonly signal?: AbortSignal
}

/** A refusal of the server, or of the network (`status` 0, code `offline`), in the reader's language. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument
  constructor(document: ProblemDocument) {
    super(document.title)
    this.name = 'ApiProblem'
    this.document = document
  }
}

/** Rejects with an ApiProblem, or with the browser's AbortError when `signal` says so. */
export async function ask<Answer>(path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', body, key, guestKey, door, signal } = asking
  const started = performance.now()
  const response = await reach(path, {
    method,
    headers: {
      ...headersOf(body, key),
      ...(guestKey === undefined ? {} : { 'X-Guest-Key': guestKey }),
      ...(door === undefined ? {} : { 'X-Door': door }),
    },
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  setServerTime(response.headers.get('date'), performance.now() - started)
  if (response.status === 204) return undefined as Answer
  const answer = await readJson(response)
  if (response.ok) return answer as Answer
  const problem = new ApiProblem(problemOf(response, answer))
  if (response.status === 401) for (const listener of listeners) listener(problem)
  throw problem
}

/** Called whenever the server no longer knows who asks. */
export function onSignedOut(listener: (problem: ApiProblem) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const listeners = new Set<(problem: ApiProblem) => void>()

/** `/api/repair` and its filters; blanks are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.document.code === code)

const readerLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'zh')
const tell = (both: Both) => both[readerLanguage()]

function headersOf(body: unknown, key: string | undefined): Record<string, string> {
  return {
    Accept: 'application/json',
    'Accept-Language': readerLanguage() === 'en' ? 'en' : 'zh-CN',
    ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
  }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(made(0, 'offline', tell(words.offlineTitle), tell(words.offlineHelp)))
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    if (!response.ok) return null
    throw new ApiProblem(made(response.status, 'garbled', tell(words.garbled)))
  }
}

function problemOf(response: Response, answer: unknown): ProblemDocument {
  if (typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer)
    return answer as ProblemDocument
  const wait = Number(response.headers.get('retry-after'))
  const detail = wait > 0 ? tell(words.waitSeconds(wait)) : tell(words.offlineHelp)
  return made(response.status, 'offline', tell(words.offlineTitle), detail)
}

const made = (status: number, code: string, title: string, detail?: string): ProblemDocument => ({
  type: 'about:blank',
  title,
  status,
  code,
  ...(detail === undefined ? {} : { detail }),
})
