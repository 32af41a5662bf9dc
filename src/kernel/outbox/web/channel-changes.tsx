import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import { Time } from '#ui/time.tsx'
import type { ChannelChange } from '../channel-view.ts'
import { changeWords, words } from './channel-words.ts'
import classes from './channels.module.css'
import { words as inboxWords } from './words.ts'

const pageSize = 50

/** Who changed what, when; secrets only as that they were replaced. */
export function ChannelChanges() {
  const say = useSay()
  const list = useInfiniteQuery({
    queryKey: ['channels', 'changes'],
    queryFn: ({ pageParam, signal }) =>
      ask<{ rows: ChannelChange[] }>(withQuery('/api/channels/changes', { after: pageParam }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ rows }) => (rows.length < pageSize ? undefined : rows.at(-1)?.id),
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  if (rows.length === 0) return null
  return (
    <Section title={say(words.changes)}>
      <ul className={classes.lines}>
        {rows.map((row) => (
          <li key={row.id} className={classes.line}>
            <Time at={row.at} full />
            <span>{row.by}</span>
            <span className={classes.grow}>
              <strong>{row.channel}</strong> · {say(changeWords[row.what])} <Detail row={row} />
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say(inboxWords.more)}
        </Button>
      )}
    </Section>
  )
}

function Detail({ row: { what, detail } }: { row: ChannelChange }) {
  const say = useSay()
  if (what === 'resent' || what === 'discarded') {
    const reason = typeof detail['reason'] === 'string' ? ` · ${detail['reason']}` : ''
    return (
      <span className={classes.soft}>
        {say(words.messagesCount(Number(detail['count'])))}
        {reason}
      </span>
    )
  }
  if (what !== 'changed') return null
  return (
    <span className={classes.soft}>
      {Object.entries(detail)
        .map(([name, value]) => {
          const [was, is] = Array.isArray(value) ? (value as unknown[]) : [null, value]
          return `${called(name, say)} ${plain(was)} → ${plain(is)}`
        })
        .join('; ')}
    </span>
  )
}

const plain = (value: unknown): string => (typeof value === 'string' ? value || '–' : JSON.stringify(value))

/** The label of the field, as the form calls it. */
function called(name: string, say: (both: { zh: string; en: string }) => string): string {
  const label = (fieldWords as Readonly<Record<string, { zh: string; en: string }>>)[name]
  return label === undefined ? name : say(label)
}
const { host, port, security, user, from, fromName, replyTo, url, events, about, language, active, name } = words
const fieldWords = {
  host,
  port,
  security,
  user,
  from,
  fromName,
  replyTo,
  url,
  events,
  about,
  language,
  active,
  name,
  roles: words.forRoles,
  departments: words.forDepartments,
  signature: words.smsSignature,
}
