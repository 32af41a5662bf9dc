import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { caseHref } from '#kernel/process/web/case-order.ts'
import { useCatalogue, useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Time } from '#ui/time.tsx'
import { partsOf, sentenceOf } from '../sentence.ts'
import type { InboxItem, InboxPage } from '../view.ts'
import classes from './inbox.module.css'
import { words } from './words.ts'

interface InboxProps {
  /** where a case lies in this area */
  readonly hrefOf?: (of: { readonly process: string; readonly number: string }) => string
  /** a page of its own, for fingers; else the panel under the bell, with its title */
  readonly page?: boolean
}

const deskHref: NonNullable<InboxProps['hrefOf']> = ({ process, number }) => caseHref(process, number)

/** Where what is about no case is looked at, on the desk. */
const kernelHrefs: Readonly<Record<string, string>> = { 'channels.undelivered': '/deliveries?state=stuck' }

/** What this person was told, newest first; opening a line marks it as read. */
export function Inbox({ hrefOf = deskHref, page = false }: InboxProps) {
  const say = useSay()
  const client = useQueryClient()
  const inbox = useInfiniteQuery({
    queryKey: ['inbox', 'list'],
    queryFn: ({ pageParam, signal }) => ask<InboxPage>(withQuery('/api/inbox', { after: pageParam }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const read = useSend(
    (body: { upTo: number } | { ids: number[] }, key) => ask('/api/inbox/read', { method: 'POST', key, body }),
    () => {
      for (const key of ['inbox', 'me']) void client.invalidateQueries({ queryKey: [key] })
    },
  )
  const items = inbox.data?.pages.flatMap((page) => page.items) ?? []
  const [newest] = items
  const unread = inbox.data?.pages[0]?.unread ?? 0
  const problem = shownProblem(inbox.error ?? read.problem)
  return (
    <div className={classes.root} data-page={page}>
      <div className={classes.head}>
        {!page && <h2 className={classes.title}>{say(words.title)}</h2>}
        {newest !== undefined && unread > 0 && (
          <Button
            variant={page ? 'default' : 'subtle'}
            size={page ? 'md' : 'compact-sm'}
            loading={read.busy}
            onClick={() => void read.send({ upTo: newest.id })}
          >
            {say(words.markAll(unread))}
          </Button>
        )}
      </div>
      {problem && <ProblemAlert problem={problem} onRetry={() => void inbox.refetch()} />}
      {items.length === 0 ? (
        inbox.data !== undefined && <Empty icon={IconBell} title={say(words.empty)} />
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <Line
              key={item.id}
              item={item}
              hrefOf={hrefOf}
              onOpen={() => item.readAt === null && void read.send({ ids: [item.id] })}
            />
          ))}
        </ul>
      )}
      {inbox.hasNextPage && (
        <Button
          variant={page ? 'default' : 'subtle'}
          loading={inbox.isFetchingNextPage}
          onClick={() => void inbox.fetchNextPage()}
        >
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

interface LineProps {
  readonly item: InboxItem
  readonly hrefOf: NonNullable<InboxProps['hrefOf']>
  readonly onOpen: () => void
}

function Line({ item, hrefOf, onOpen }: LineProps) {
  const say = useSay()
  const sentence = useSentence(item)
  const body = (
    <>
      <span className={classes.what}>
        {item.readAt === null && <span className={classes.dot} role="img" aria-label={say(words.unread)} />}
        {sentence}
      </span>
      {item.case && (
        <span className={classes.case}>
          {item.case.number} · {item.case.title}
        </span>
      )}
      <span className={classes.case}>
        <Time at={item.at} />
      </span>
    </>
  )
  const href = item.case ? hrefOf(item.case) : hrefOf === deskHref ? (kernelHrefs[item.event] ?? null) : null
  return (
    <li data-unread={item.readAt === null}>
      {href !== null ? (
        <UiLink href={href} className={classes.line} onClick={onOpen}>
          {body}
        </UiLink>
      ) : (
        <button type="button" className={classes.line} onClick={onOpen}>
          {body}
        </button>
      )}
    </li>
  )
}

/** `repair.deliver` in the words of repair. */
function useSentence({ event }: InboxItem): string {
  const say = useSay()
  const { chapters } = useCatalogue()
  const { chapter } = partsOf(event)
  const own = useProcessWords(chapter)
  return say(sentenceOf(event, Object.hasOwn(chapters, chapter) ? own : null))
}
