import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { InboxItem, InboxPage } from '#kernel/outbox/view.ts'
import { securityWords } from '#kernel/people/words.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import type { Both } from '#lib/language.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import classes from './inbox-list.module.css'
import { inboxWords } from './inbox-words.ts'

interface InboxListProps {
  readonly hrefOf: (of: { readonly process: string; readonly number: string }) => string
}

/** What this person was told, newest first; opening a line marks it as read. */
export function InboxList({ hrefOf }: InboxListProps) {
  const say = useSay()
  const client = useQueryClient()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam, signal }) => ask<InboxPage>(withQuery('/api/inbox', { after: pageParam }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const unread = data?.pages[0]?.unread ?? 0
  const read = async (body: { ids: readonly number[] } | { upTo: number }) => {
    await ask('/api/inbox/read', { method: 'POST', key: freshKey(), body }).catch(() => null)
    await Promise.all(['inbox', 'me'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  const problem = shownProblem(error)
  const newest = items[0]
  if (problem && data === undefined) return <ProblemAlert problem={problem} onRetry={() => void refetch()} />
  if (data !== undefined && newest === undefined)
    return (
      <Section>
        <Empty icon={IconBell} title={say(inboxWords.empty)} />
      </Section>
    )
  return (
    <>
      {unread > 0 && newest && (
        <Button variant="default" onClick={() => void read({ upTo: newest.id })}>
          {say(inboxWords.readAll(unread))}
        </Button>
      )}
      <ul className={classes.list}>
        {items.map((item) => (
          <Line
            key={item.id}
            item={item}
            hrefOf={hrefOf}
            onOpen={() => item.readAt === null && void read({ ids: [item.id] })}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say(common.loadMore)}
        </Button>
      )}
    </>
  )
}

function Line({ item, hrefOf, onOpen }: { item: InboxItem; hrefOf: InboxListProps['hrefOf']; onOpen: () => void }) {
  const say = useSay()
  const sentence = useSentence()
  const inside = (
    <>
      <span className={classes.head}>
        <strong>{say(sentence(item))}</strong>
        <Time at={item.at} />
      </span>
      {item.case && (
        <span className={classes.soft}>
          {item.case.number} · {item.case.title}
        </span>
      )}
      {item.readAt === null && <span className={classes.unread}>{say(inboxWords.unread)}</span>}
    </>
  )
  return (
    <li>
      {item.case ? (
        <UiLink href={hrefOf(item.case)} className={classes.line} data-unread={item.readAt === null} onClick={onOpen}>
          {inside}
        </UiLink>
      ) : (
        <button type="button" className={classes.line} data-unread={item.readAt === null} onClick={onOpen}>
          {inside}
        </button>
      )}
    </li>
  )
}

/** An event in words: the step's own name for steps of a procedure, the kernel's for everything else. */
function useSentence(): (item: InboxItem) => Both {
  const { chapters } = useCatalogue()
  return ({ event, case: of }) => {
    const [head = '', tail = ''] = event.split('.')
    const own = chapters[head]?.words ?? (of ? chapters[of.process]?.words : undefined)
    const known: Readonly<Record<string, Both>> = { ...securityWords, ...inboxWords.events }
    return own?.actions[tail] ?? known[tail] ?? known[head] ?? inboxWords.news
  }
}
