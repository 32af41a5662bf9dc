import { plusMinutes } from '#lib/time.ts'
import { sweepFiles } from '#kernel/files/server/sweep.ts'
import type { House } from '#kernel/http/server/house.ts'
import { sweepSignIns } from '#kernel/people/server/sessions.ts'

const hour = 3_600_000
const keysKept = 48 * 60

/** What is thrown away on schedule: over sessions, answered request keys after 48 hours, uploads nobody attached after a day. */
export async function sweep(house: House): Promise<void> {
  const now = house.now()
  await house.database.asHouse(async (tx) => {
    await sweepSignIns(tx, now)
    await tx.deleteFrom('idempotency').where('created_at', '<', plusMinutes(now, -keysKept)).execute()
  })
  await sweepFiles(house)
}

/** Once an hour, the first time ten minutes after the start. */
export function keepSweeping(house: House): { stop(): Promise<void> } {
  let running: Promise<void> | null = null
  const once = () => {
    running ??= sweep(house)
      .catch((error: unknown) => house.log.warn({ err: error }, 'sweeping failed, trying again in an hour'))
      .finally(() => {
        running = null
      })
  }
  const first = setTimeout(once, hour / 6)
  const timer = setInterval(once, hour)
  first.unref()
  timer.unref()
  return {
    async stop() {
      clearTimeout(first)
      clearInterval(timer)
      await running
    },
  }
}
