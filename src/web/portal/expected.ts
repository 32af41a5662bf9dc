import type { Language } from '#lib/language.ts'
import { clockTime, formatDateTime } from '#lib/show-time.ts'
import type { Progress } from './module-page.ts'

/** `2026-11-24 14:00–16:00` */
export const shownExpected = ({ from, to }: NonNullable<Progress['expected']>, language: Language): string =>
  `${formatDateTime(from, language)}${to === null ? '' : `–${clockTime(to)}`}`
