import { SegmentedControl, Skeleton } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { Empty } from '#ui/empty.tsx'
import { useShortcuts } from '#ui/keyboard.tsx'
import { useSay } from '#ui/language.tsx'
import { useAnnounce } from '#ui/live-region.tsx'
import { useNow } from '#ui/now.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { words as common } from '#ui/words.ts'
import type { QueueItem } from '../view.ts'
import { ActionDialog } from './action-dialog.tsx'
import { caseHref, keepOrder } from './case-order.ts'
import { useQueue } from './cases.ts'
import classes from './queue.module.css'
import { heldOrder, inOrder } from './queue-order.ts'
import { QueueRow } from './queue-row.tsx'
import { useChoose } from './use-choose.ts'
import { words } from './words.ts'

const keyOf = (item: QueueItem) => `${item.process}/${item.number}`
const NONE: readonly QueueItem[] = []

/** What waits for this person, the most pressing first, one verb a row. New slips appear by themselves. */
export function QueueList({ scope, onScope }: { scope: 'mine' | 'team'; onScope: (scope: 'mine' | 'team') => void }) {
  const say = useSay()
  const { data, error, refetch } = useQueue(scope)
  const choosing = useChoose()
  const [held, setHeld] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const now = useNow(30_000)
  const items = data?.items ?? NONE
  const shownOrder = useRef<readonly string[]>([])
  const ordered = useMemo(
    () => (held ? heldOrder(items, shownOrder.current, keyOf) : inOrder(items, now)),
    [items, held, now],
  )
  useEffect(() => {
    shownOrder.current = ordered.map(keyOf)
    keepOrder(ordered.map((item) => caseHref(item.process, item.number)))
  }, [ordered])
  const fresh = useArrivals(items, scope, data !== undefined)
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links[at < 0 ? 0 : at + step]?.focus()
  }
  useShortcuts(
    items.length === 0
      ? []
      : [
          { keys: 'j', label: say(common.nextRow), group: say(common.list), run: () => move(1) },
          { keys: 'k', label: say(common.previousRow), group: say(common.list), run: () => move(-1) },
        ],
  )
  const problem = shownProblem(data ? null : error)
  const counts = data?.counts

  return (
    <Section
      title={say(words.queue)}
      note={counts && counts[scope]}
      actions={
        <SegmentedControl
          aria-label={say(words.queue)}
          value={scope}
          onChange={(value) => onScope(value === 'team' ? 'team' : 'mine')}
          data={[
            { value: 'mine', label: `${say(words.mine)} ${counts?.mine ?? ''}` },
            { value: 'team', label: `${say(words.team)} ${counts?.team ?? ''}` },
          ]}
        />
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <div className={classes.waiting} role="status" aria-label={say(common.loading)}>
          {Array.from({ length: 6 }, (_, at) => (
            <Skeleton key={at} height={38} />
          ))}
        </div>
      ) : ordered.length === 0 ? (
        <Empty title={say(words.queueEmpty)} help={say(words.queueEmptyHelp)} />
      ) : (
        <ol
          ref={list}
          className={classes.list}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
        >
          {ordered.map((item) => (
            <QueueRow
              key={keyOf(item)}
              item={item}
              fresh={fresh.has(keyOf(item))}
              onVerb={(action) => choosing.choose(item, action)}
            />
          ))}
        </ol>
      )}
      <ActionDialog asking={choosing.asking} onClose={choosing.close} />
    </Section>
  )
}

/** Slips that came while the page was open stay marked for three seconds and are told to who cannot see it. */
function useArrivals(items: readonly QueueItem[], scope: string, ready: boolean): ReadonlySet<string> {
  const say = useSay()
  const announce = useAnnounce()
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const before = useRef<{ scope: string; keys: ReadonlySet<string> } | null>(null)
  useEffect(() => {
    if (!ready) return
    const keys = new Set(items.map(keyOf))
    const known = before.current?.scope === scope ? before.current.keys : keys
    before.current = { scope, keys }
    const arrived = items.filter((item) => !known.has(keyOf(item)))
    const [first] = arrived
    if (first === undefined) return
    setFresh(new Set(arrived.map(keyOf)))
    announce(say(words.arrived(`${first.title} ${first.unit?.code ?? ''}`)))
    const timer = setTimeout(() => setFresh(new Set()), 3000)
    return () => clearTimeout(timer)
  }, [items, scope, ready, announce, say])
  return fresh
}
