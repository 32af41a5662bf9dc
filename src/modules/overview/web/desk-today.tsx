import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { caseHref } from '#kernel/process/web/case-order.ts'
import { Countdown } from '#ui/countdown.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import type { TodayView } from '../slip.ts'
import { words } from '../words.ts'
import classes from './desk.module.css'

/** 今日看板: what burns, in a line above the workbench of whoever answers for all of it. */
export function Today() {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['figures', 'today'],
    queryFn: ({ signal }) => ask<TodayView>('/api/today', { signal }),
    refetchInterval: 60_000,
  })
  if (!data) return null
  const items = [
    { label: words.todayComplaints, value: data.complaints, href: '/promises?process=complaint', bad: false },
    { label: words.todayRed, value: data.red, href: '/promises?show=red', bad: true },
    { label: words.todayRepairs, value: data.repairs, href: '/promises?process=repair&show=overdue', bad: true },
    {
      label: words.todaySlips,
      value: data.serviceSlips,
      href: '/promises?process=service-slip&show=overdue',
      bad: true,
    },
    { label: words.todayPaused, value: data.longPauses, href: '/promises?show=paused', bad: true },
  ]
  return (
    <section aria-label={say(words.today)} className={classes.strip}>
      {items.map(({ label, value, href, bad }) => (
        <UiLink key={label.en} href={href} className={classes.burning} data-bad={bad && value > 0}>
          {say(label)} <b>{value}</b>
        </UiLink>
      ))}
      {data.next && (
        <span className={classes.next}>
          <UiLink href={caseHref(data.next.process, data.next.number)} className={classes.burning}>
            {say(words.nextComplaint)} · {data.next.title}
          </UiLink>
          <Countdown due={data.next.dueAt} label={data.next.number} bar={false} />
        </span>
      )}
    </section>
  )
}
