import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { ChannelRow, DeliveryRow } from '../channel-view.ts'
import { deliveryErrors } from '../words.ts'
import { words } from './channel-words.ts'

const running: readonly string[] = ['waiting', 'sending', 'failed']

/** Sends a test message and says how it went. */
export function ChannelTest({ row }: { row: ChannelRow }) {
  const say = useSay()
  const client = useQueryClient()
  const [delivery, setDelivery] = useState<string | null>(null)
  const test = useSend(
    (_body: { at: number }, key) => ask<{ id: string }>(`/api/channels/${row.id}/test`, { method: 'POST', key }),
    ({ id }) => {
      setDelivery(id)
      void client.invalidateQueries({ queryKey: ['channels'] })
    },
  )
  const { data } = useQuery({
    queryKey: ['deliveries', 'one', delivery],
    queryFn: ({ signal }) => ask<DeliveryRow>(`/api/deliveries/${delivery}`, { signal }),
    enabled: delivery !== null,
    refetchInterval: ({ state }) => (state.data && !running.includes(state.data.state) ? false : 1_000),
  })
  const shown = shownProblem(test.problem)
  const waits = delivery !== null && (data === undefined || running.includes(data.state))
  return (
    <>
      <Button
        variant="default"
        disabled={!row.active}
        loading={test.busy || waits}
        onClick={() => void test.send({ at: Date.now() })}
      >
        {say(words.test)}
      </Button>
      <span role="status">
        {waits && <StatePill tone="info">{say(words.testRunning)}</StatePill>}
        {data && !waits && <Outcome row={data} />}
      </span>
      {shown && <ProblemAlert problem={shown} />}
    </>
  )
}

function Outcome({ row }: { row: DeliveryRow }) {
  const say = useSay()
  if (row.state === 'sent')
    return (
      <StatePill tone="done">
        {say(words.testSent)}
        {row.providerId !== null && ` · ${row.providerId}`}
      </StatePill>
    )
  const why = [row.error && say(deliveryErrors[row.error]), row.errorDetail].filter(Boolean).join(' · ')
  return (
    <StatePill tone="danger">
      {say(words.testFailed)} · {why}
    </StatePill>
  )
}
