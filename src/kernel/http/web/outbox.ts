import type { ProblemDocument } from '#kernel/http/problem.ts'
import { ApiProblem } from './api.ts'
import { openStore } from './outbox-store.ts'

/**
 * What was done on this phone and is not yet with the server. Each piece of work has its Idempotency-Key from the first
 * moment; pieces of one lane go one after the other; what the server refuses stays, with its reason, until the person
 * decides. Works without a service worker: it is flushed after each addition, when the network comes back, when the page is
 * shown again, and from time to time.
 */

export interface OutboxItem<Work> {
  readonly key: string
  /** what must stay in order: the number of a case */
  readonly lane: string
  /** who did it; another person who signs in on this phone does not send it */
  readonly owner: string
  /** milliseconds since 1970 on this phone */
  readonly at: number
  readonly work: Work
  /** why the server refused; null while it waits */
  readonly refusal: ProblemDocument | null
}

export type Outcome<Answer> =
  | { readonly how: 'sent'; readonly answer: Answer }
  | { readonly how: 'refused'; readonly problem: ProblemDocument }
  /** kept on this phone */
  | { readonly how: 'waiting' }

/** Sends one piece of work. `keep` writes down how far it got (uploaded files, the version used) before the next request. */
export type Carry<Work, Answer> = (item: OutboxItem<Work>, keep: (work: Work) => Promise<void>) => Promise<Answer>

export interface Outbox<Work, Answer> {
  /** Resolves when it was sent or refused, or after `patience` ms without either. The same key is added once. */
  readonly add: (item: Pick<OutboxItem<Work>, 'key' | 'lane' | 'work'>, patience?: number) => Promise<Outcome<Answer>>
  /** try again what was refused, as it is or with the work brought up to date */
  readonly retry: (key: string, work?: Work) => Promise<void>
  readonly drop: (key: string) => Promise<void>
  readonly flush: () => Promise<void>
  /** of the person who is signed in, oldest first; the same array until something changes */
  readonly items: () => readonly OutboxItem<Work>[]
  readonly subscribe: (listener: () => void) => () => void
  /** Begins to send for this person; the answer ends it. */
  readonly start: (owner: string) => () => void
}

export function createOutbox<Work, Answer>(name: string, carry: Carry<Work, Answer>): Outbox<Work, Answer> {
  const store = openStore<OutboxItem<Work>>(name)
  const listeners = new Set<() => void>()
  const awaited = new Map<string, Set<(outcome: Outcome<Answer>) => void>>()
  let owner: string | null = null
  let shown: readonly OutboxItem<Work>[] = []
  let running: Promise<void> | null = null
  let again = false
  let pause = FIRST_PAUSE
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = (key: string, outcome: Outcome<Answer>) => {
    for (const resolve of awaited.get(key) ?? []) resolve(outcome)
    awaited.delete(key)
  }
  const refresh = async () => {
    const all = await store.all()
    shown = all.filter((item) => item.owner === owner).toSorted((one, other) => one.at - other.at)
    for (const listener of listeners) listener()
  }
  const change = async (item: OutboxItem<Work>) => {
    await store.put(item.key, item)
    await refresh()
  }

  /** True when it left the outbox; false when its lane has to stop here. */
  const send = async (item: OutboxItem<Work>): Promise<boolean> => {
    let latest = item
    const keep = async (work: Work) => {
      latest = { ...latest, work }
      await store.put(latest.key, latest)
    }
    try {
      const answer = await carry(item, keep)
      await store.drop(item.key)
      await refresh()
      settle(item.key, { how: 'sent', answer })
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem) || mayPass(error.document)) return false
      await change({ ...latest, refusal: error.document })
      settle(item.key, { how: 'refused', problem: error.document })
      return false
    }
  }

  const round = async () => {
    await refresh()
    const stopped = new Set<string>()
    for (const item of shown) {
      if (stopped.has(item.lane)) continue
      const left = item.refusal === null && (await send(item))
      if (!left) stopped.add(item.lane)
    }
    const waiting = shown.some((item) => item.refusal === null)
    clearTimeout(timer)
    pause = waiting ? Math.min(LONGEST_PAUSE, pause * 2) : FIRST_PAUSE
    if (waiting && owner !== null) timer = setTimeout(() => void flush(), pause)
  }
  const flush = async (): Promise<void> => {
    if (owner === null) return
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        await alone(name, round)
      }
    })().finally(() => {
      running = null
    })
    await running
  }

  const add: Outbox<Work, Answer>['add'] = async ({ key, lane, work }, patience = PATIENCE) => {
    if (owner === null) throw new Error('nobody is signed in')
    const here = owner
    const known = (await store.all()).find((item) => item.key === key)
    if (known === undefined || known.refusal !== null)
      await change({ key, lane, work, owner: here, at: await nextMoment(store), refusal: null })
    const outcome = new Promise<Outcome<Answer>>((resolve) => {
      awaited.set(key, (awaited.get(key) ?? new Set()).add(resolve))
      setTimeout(() => resolve({ how: 'waiting' }), patience)
    })
    void flush().then(() => settle(key, { how: 'waiting' }))
    return await outcome
  }

  return {
    add,
    flush,
    retry: async (key, work) => {
      const item = shown.find((one) => one.key === key)
      if (item) await change({ ...item, work: work ?? item.work, refusal: null })
      await flush()
    },
    drop: async (key) => {
      await store.drop(key)
      await refresh()
      // Those behind it need not wait any longer.
      void flush()
    },
    items: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: (person) => {
      owner = person
      const wake = () => {
        pause = FIRST_PAUSE
        if (document.visibilityState === 'visible') void flush()
      }
      addEventListener('online', wake)
      addEventListener('pageshow', wake)
      document.addEventListener('visibilitychange', wake)
      void flush()
      return () => {
        owner = null
        shown = []
        clearTimeout(timer)
        removeEventListener('online', wake)
        removeEventListener('pageshow', wake)
        document.removeEventListener('visibilitychange', wake)
      }
    },
  }
}

const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 300_000
const PATIENCE = 8_000

/** Refusals that say nothing about the work itself: no network, overload, a session that ran out. */
const mayPass = ({ status }: ProblemDocument): boolean =>
  status < 400 || status === 401 || status === 408 || status === 425 || status === 429 || status >= 500

/** Two pieces of work of the same millisecond still have an order. */
async function nextMoment(store: { all: () => Promise<readonly { readonly at: number }[]> }): Promise<number> {
  const latest = (await store.all()).reduce((most, { at }) => Math.max(most, at), 0)
  return Math.max(Date.now(), latest + 1)
}

/** Two open tabs do not send the same work at once; were it to happen, the key would still make it one. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || navigator.locks === undefined) await work()
  else await navigator.locks.request(`outbox.${name}`, work)
}
