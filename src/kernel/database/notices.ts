import type pg from 'pg'

/** What listeners hear of a transaction that has committed. */
export interface Notice {
  readonly channel: string
  readonly payload: string
}

export interface Notices {
  /** soon, in order, each once; dropped when the database does not take them: listeners look for themselves now and then */
  say(said: readonly Notice[]): void
  /** resolves when nothing is on its way any more */
  rest(): Promise<void>
}

/**
 * NOTIFY inside a transaction makes all of them commit one after the other, each waiting for the disk alone. Here they are
 * said after the commit, in one statement for all that committed meanwhile, which waits for no disk.
 */
export function openNotices(pool: pg.Pool): Notices {
  let waiting: Notice[] = []
  let running: Promise<void> | null = null

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = new Map(waiting.map((one) => [`${one.channel} ${one.payload}`, one]))
      waiting = []
      const channels = [...batch.values()].map(({ channel }) => channel)
      const payloads = [...batch.values()].map(({ payload }) => payload)
      await pool
        .query({
          name: 'notices',
          text: 'select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as said (channel, payload)',
          values: [channels, payloads],
        })
        .catch(() => {})
    }
  }

  return {
    say(said) {
      if (said.length === 0) return
      waiting.push(...said)
      running ??= work().finally(() => {
        running = null
      })
    },
    async rest() {
      await running
    },
  }
}
