import './controls.css'
import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { dateOf } from '#lib/show-time.ts'
import { useLanguage } from './language.tsx'
import classes from './month-picker.module.css'
import { useNow } from './now.ts'

interface MonthPickerProps {
  /** `2026-11` */
  readonly value: string
  readonly onChange: (month: string) => void
  readonly label: string
  readonly earlier: string
  readonly later: string
  /** so many months back from the one that runs */
  readonly back?: number
}

/** A month at a time: the one before, the one after, or one of the last three years. */
export function MonthPicker({ value, onChange, label, earlier, later, back = 36 }: MonthPickerProps) {
  const { language } = useLanguage()
  const running = useRunningMonth()
  const last = monthsBefore(running, back)
  const months = Array.from({ length: back + 1 }, (_, at) => monthsBefore(running, at))
  const shown = months.includes(value) ? months : [value, ...months]
  return (
    <div className={classes.row}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={earlier}
        disabled={value <= last}
        onClick={() => onChange(monthsBefore(value, 1))}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <NativeSelect
        aria-label={label}
        value={value}
        data={shown.map((month) => ({ value: month, label: monthName(month, language) }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={later}
        disabled={value >= running}
        onClick={() => onChange(monthsBefore(value, -1))}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}

/** The month that runs in Shanghai. */
export const useRunningMonth = (): string => dateOf(new Date(useNow(60_000)).toISOString()).slice(0, 7)

const monthsBefore = (month: string, by: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** 2026年11月, November 2026. */
export const monthName = (month: string, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
