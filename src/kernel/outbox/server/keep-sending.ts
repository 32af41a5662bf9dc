/** The loop of the way out: each channel for itself, so that one that hangs holds up no other. */
import type { House } from '#kernel/http/server/house.ts'
import type { Outbound } from './channels/outbound.ts'
import type { Live } from './events.ts'
import { drain, dueChannels, freeLeases } from './send.ts'

/** Sends whenever something waits, and now and then for what is to be tried again. Returns how to stop it. */
export function keepSending(house: House, live: Live, outbound: Outbound, everyMs = 5_000): { stop(): Promise<void> } {
  const running = new Map<string, Promise<void>>()
  let looking: Promise<void> | null = null
  let again = false
  let stopped = false
  const goOn = () => !stopped
  const warn = (error: unknown) => house.log.warn({ err: error }, 'deliveries not sent, trying again')

  const look = async () => {
    do {
      again = false
      await freeLeases(house)
      for (const id of await dueChannels(house)) {
        if (stopped || running.has(id)) continue
        const work = drain(house, outbound, id, goOn).then(() => undefined, warn)
        running.set(
          id,
          work.finally(() => running.delete(id)),
        )
      }
    } while (again && !stopped)
  }
  const wake = () => {
    again = true
    looking ??= look()
      .catch(warn)
      .finally(() => {
        looking = null
      })
  }
  const timer = setInterval(wake, everyMs)
  timer.unref()
  const deaf = [live.onDeliveries(wake), live.onGap(wake)]
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      for (const stop of deaf) stop()
      await looking
      await Promise.all(running.values())
    },
  }
}
