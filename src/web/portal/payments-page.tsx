import { Button, Skeleton } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { PaymentRow } from '#kernel/ledger/view.ts'
import { methodWords } from '#kernel/ledger/words.ts'
import type { Page } from '#kernel/process/view.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import classes from './portal.module.css'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** What the company paid, newest first, each with its receipt. */
export function PaymentsPage() {
  const say = useSay()
  return (
    <Shell title={say(words.payments)} back="/c/">
      <Payments />
    </Shell>
  )
}

export function Payments() {
  const say = useSay()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['payments', 'own'],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<PaymentRow>>(withQuery('/api/payments', { after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const problem = shownProblem(error)
  return (
    <>
      {problem && data === undefined && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {data === undefined && problem === null && <Skeleton height={120} radius="md" />}
      {data !== undefined && rows.length === 0 && (
        <Section>
          <Empty icon={IconReceipt} title={say(words.noPayments)} help={say(words.noPaymentsHelp)} />
        </Section>
      )}
      {rows.length > 0 && (
        <ul className={classes.list}>
          {rows.map((row) => (
            <Payment key={row.id} row={row} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say(common.loadMore)}
        </Button>
      )}
    </>
  )
}

function Payment({ row }: { row: PaymentRow }) {
  const say = useSay()
  const state = row.state === 'reversed' || row.state === 'reversal' ? words.paymentStates[row.state] : null
  return (
    <li className={classes.request}>
      <span className={classes.requestHead}>
        <strong className={classes.big}>
          <Money fen={row.amountFen} />
        </strong>
        {state && <StatePill tone="neutral">{say(state)}</StatePill>}
      </span>
      <span>
        {say(methodWords[row.method])}
        {row.payer !== '' && ` · ${row.payer}`}
      </span>
      <span className={classes.soft}>
        {row.number} · <Time at={row.receivedAt} />
      </span>
      {row.receiptNumber !== null && (
        <Button
          component="a"
          variant="default"
          target="_blank"
          rel="noopener"
          href={`/api/payments/${encodeURIComponent(row.number)}/receipt.pdf`}
          leftSection={<IconReceipt size={20} aria-hidden />}
        >
          {say(words.receipt(row.receiptNumber))}
        </Button>
      )}
    </li>
  )
}
