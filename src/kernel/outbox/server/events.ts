/** One connection that listens for the whole server: what changed, here or on another server beside this one. */
import pg from 'pg'
import type { Change, Events } from '#kernel/http/server/house.ts'
import { rulesChannel } from '#kernel/parameters/server/rulebook.ts'
import { changesChannel, deliveriesChannel, outboxChannel, sessionsChannel } from './tell.ts'

export interface Live extends Events {
  /** something waits in the outbox */
  onOutbox(hear: () => void): () => void
  /** something waits to leave the building */
  onDeliveries(hear: () => void): () => void
  /** the rules changed: parameters, calendar, prices */
  onRules(hear: () => void): () => void
  /** a session of this person ended, or what the person may do changed */
  onSession(hear: (personId: string) => void): () => void
  /** the connection was lost and is back: notices in between are gone, so whoever listens looks for himself */
  onGap(hear: () => void): () => void
  /** resolves when the server closes */
  readonly closing: AbortSignal
}

const channels = [changesChannel, outboxChannel, deliveriesChannel, rulesChannel, sessionsChannel]
const firstWait = 250
const longestWait = 10_000
const askEvery = 20_000

interface Ears<Heard> {
  readonly say: (heard: Heard) => void
  readonly add: (hear: (heard: Heard) => void) => () => void
}

function ears<Heard>(): Ears<Heard> {
  const all = new Set<(heard: Heard) => void>()
  return {
    say: (heard) => {
      for (const hear of all) hear(heard)
    },
    add: (hear) => {
      const own = (heard: Heard) => hear(heard)
      all.add(own)
      return () => all.delete(own)
    },
  }
}

/** Connects in the background and again whenever the connection is lost; resolves once it listens for the first time. */
export async function openEvents(config: pg.ClientConfig): Promise<Live> {
  const changes = ears<Change>()
  const outbox = ears<void>()
  const deliveries = ears<void>()
  const rules = ears<void>()
  const sessions = ears<string>()
  const gap = ears<void>()
  const closing = new AbortController()
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined

  const heard = ({ channel, payload = '' }: pg.Notification) => {
    if (channel === outboxChannel) outbox.say()
    if (channel === deliveriesChannel) deliveries.say()
    if (channel === rulesChannel) rules.say()
    if (channel === sessionsChannel) sessions.say(payload)
    if (channel === changesChannel) {
      const change = readChange(payload)
      if (change !== null) changes.say(change)
    }
  }

  /** Throws when it cannot listen; afterwards loses itself, and returns, without a word. */
  async function connect(wait: number): Promise<void> {
    const next = new pg.Client({ ...config, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
    const lost = () => {
      next.removeAllListeners('end')
      next.on('error', () => {})
      void next.end().catch(() => {})
      if (client !== next) return
      client = null
      again(firstWait)
    }
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', heard)
    try {
      await next.connect()
      for (const channel of channels) await next.query(`listen ${channel}`)
    } catch (error) {
      lost()
      throw error
    }
    if (closing.signal.aborted) return lost()
    client = next
    keepAsking(next, lost)
    if (wait > 0) gap.say()
  }

  /** A connection a router forgot says nothing: a question now and then finds out. */
  function keepAsking(asked: pg.Client, lost: () => void): void {
    const ask = setInterval(() => {
      if (client !== asked) return clearInterval(ask)
      asked.query('select 1').catch(lost)
    }, askEvery)
    ask.unref()
  }

  function again(wait: number): void {
    if (closing.signal.aborted) return
    timer = setTimeout(() => {
      connect(wait).catch(() => again(Math.min(wait * 2, longestWait)))
    }, wait)
    timer.unref()
  }

  await connect(0)
  return {
    listen: changes.add,
    onOutbox: outbox.add,
    onDeliveries: deliveries.add,
    onRules: rules.add,
    onSession: sessions.add,
    onGap: gap.add,
    closing: closing.signal,
    async close() {
      closing.abort()
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}

function readChange(payload: string): Change | null {
  try {
    return JSON.parse(payload) as Change
  } catch {
    return null
  }
}
