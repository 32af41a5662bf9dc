import type { House } from '#kernel/http/server/house.ts'
import { tick } from './clock.ts'

/** Asks the clock every few seconds; a failure is logged and tried again. Returns how to stop it. */
export function keepTicking(house: House, everyMs = 5_000): { stop(): Promise<void> } {
  let running: Promise<void> | null = null
  let stopped = false
  const once = async () => {
    try {
      await tick(house)
    } catch (error) {
      house.log.warn({ err: error }, 'the clock job failed, trying again')
    }
  }
  const timer = setInterval(() => {
    if (stopped) return
    running ??= once().finally(() => {
      running = null
    })
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
