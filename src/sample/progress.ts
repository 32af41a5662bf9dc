import { Presets, SingleBar } from 'cli-progress'
import { dateOf } from '#lib/show-time.ts'
import { daysBetween, type IsoInstant, plusDays } from '#lib/time.ts'
import { sampleWords } from './words.ts'

export interface Progress {
  readonly reached: (at: IsoInstant) => void
  readonly finished: () => void
}

const days = 183

/** How far the half year has come: a bar on a terminal, a line every thirty days elsewhere. */
export function showProgress(terminal: NodeJS.WriteStream | null, now: IsoInstant): Progress {
  const first = plusDays(dateOf(now), -days)
  let last = -1
  const dayOf = (at: IsoInstant, tell: (day: number) => void) => {
    const day = daysBetween(first, dateOf(at))
    if (day <= last) return
    last = day
    tell(day)
  }
  if (terminal === null) return { reached: () => {}, finished: () => {} }
  const unit = `${sampleWords.days.zh} ${sampleWords.days.en}`
  if (!terminal.isTTY) {
    const line = (day: number) => {
      if (day % 30 === 0) terminal.write(`  ${day} / ${days} ${unit}\n`)
    }
    return { reached: (at) => dayOf(at, line), finished: () => {} }
  }
  const bar = new SingleBar(
    { format: `  {bar} {value} / {total} ${unit}`, stream: terminal, hideCursor: true },
    Presets.shades_classic,
  )
  bar.start(days, 0)
  return {
    reached: (at) => dayOf(at, (day) => bar.update(day)),
    finished: () => {
      bar.update(days)
      bar.stop()
    },
  }
}
