import type { Both } from '#lib/language.ts'
import { dateOf } from '#lib/show-time.ts'
import { dateOfDay, dayOfDate } from '#lib/shanghai.ts'
import type { Tone } from '#ui/tones.ts'
import type { StackedUnit } from '../view.ts'
import { words } from './words.ts'

/** What a unit of the stacking plan is marked with: a letter and a word, the colour only repeats them. */
export const marks = ['overdue', 'urgent', 'open', 'ending', 'vacant', 'let'] as const
export type Mark = (typeof marks)[number]

export const markLooks: Readonly<
  Record<Mark, { readonly tone: Tone; readonly says: Both; readonly letter: Both | null }>
> = {
  overdue: { tone: 'danger', says: words.overdue, letter: words.overdueMark },
  urgent: { tone: 'warn', says: words.urgent, letter: words.urgentMark },
  open: { tone: 'active', says: words.open, letter: words.openMark },
  ending: { tone: 'info', says: words.ending, letter: words.endingMark },
  vacant: { tone: 'neutral', says: words.vacant, letter: words.vacantMark },
  let: { tone: 'done', says: words.let, letter: null },
}

/** Every mark that fits, the gravest first; the first one colours the cell. `now` in milliseconds. */
export function marksOf(unit: StackedUnit, now: number): readonly Mark[] {
  const soon = dateOfDay(dayOfDate(dateOf(new Date(now).toISOString())) + 30)
  const found: Mark[] = []
  if (unit.worst === 'overdue') found.push('overdue')
  if (unit.worst === 'P1' || unit.worst === 'P2') found.push('urgent')
  if (unit.open > 0) found.push('open')
  if (unit.tenant !== null && unit.leaseEnds !== null && unit.leaseEnds <= soon) found.push('ending')
  found.push(unit.tenant === null ? 'vacant' : 'let')
  return found
}
