import { clockTime, dateOf, formatDate, formatDateTime } from '#lib/show-time.ts'
import { useLanguage } from './language.tsx'
import { useNow } from './now.ts'

/** An instant in Shanghai time: `14:05` today, date and time otherwise; how long ago on hover. */
export function Time({ at, full = false }: { at: string; full?: boolean }) {
  const { language } = useLanguage()
  const now = useNow(60_000)
  const today = !full && dateOf(at) === dateOf(new Date(now).toISOString())
  return (
    <time
      dateTime={at}
      title={`${formatDateTime(at, language)} · ${relative(Date.parse(at) - now, language)}`}
      className="tabular"
    >
      {today ? clockTime(at) : formatDateTime(at, language)}
    </time>
  )
}

/** A calendar day, `YYYY-MM-DD`. */
export function Day({ date }: { date: string }) {
  const { language } = useLanguage()
  return (
    <time dateTime={date} className="tabular">
      {formatDate(date, language)}
    </time>
  )
}

/** 3分钟前, in 2 hours. */
export const relative = (milliseconds: number, language: 'zh' | 'en'): string => {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(milliseconds) >= length) ?? ['second', 1000]
  return new Intl.RelativeTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' }).format(
    Math.round(milliseconds / size),
    unit,
  )
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_628_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]
