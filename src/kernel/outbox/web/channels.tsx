import '#ui/controls.css'
import { Button, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { departmentWords, roleWords } from '#kernel/people/words.ts'
import type { Both } from '#lib/language.ts'
import { useConfirm } from '#ui/confirm.tsx'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNotices } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { KindChip, StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { channelKeepers, type ChannelRow } from '../channel-view.ts'
import { ChannelChanges } from './channel-changes.tsx'
import { ChannelForm } from './channel-form.tsx'
import { ChannelTest } from './channel-test.tsx'
import { kindWords, words } from './channel-words.ts'
import classes from './channels.module.css'
import { StuckNotice } from './stuck-notice.tsx'

/** The ways out of the building: set up by the administrator, read by the customer service manager. */
export function ChannelsPage() {
  const say = useSay()
  const has = useHasRole()
  const keeps = has(...channelKeepers)
  const [editing, setEditing] = useState<ChannelRow | 'new' | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['channels', 'list'],
    queryFn: ({ signal }) => ask<{ rows: ChannelRow[] }>('/api/channels', { signal }),
    refetchInterval: 15_000,
  })
  const problem = shownProblem(error)
  return (
    <Page
      title={say(words.channels)}
      actions={
        <>
          <UiLink href="/deliveries">{say(words.deliveries)}</UiLink>
          {keeps && <Button onClick={() => setEditing('new')}>{say(words.add)}</Button>}
        </>
      }
    >
      <p className={classes.soft}>{say(words.channelsHelp)}</p>
      <StuckNotice />
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={200} />}
      {data?.rows.length === 0 && (
        <Section>
          <Empty title={say(words.noChannels)} help={say(words.noChannelsHelp)} />
        </Section>
      )}
      {data?.rows.map((row) => (
        <Channel key={row.id} row={row} keeps={keeps} onEdit={() => setEditing(row)} />
      ))}
      <ChannelChanges />
      {editing !== null && <ChannelForm row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function Channel({ row, keeps, onEdit }: { row: ChannelRow; keeps: boolean; onEdit: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const confirm = useConfirm()
  const { done } = useNotices()
  const remove = useSend(
    (_body: { version: number }, key) => ask(`/api/channels/${row.id}`, { method: 'DELETE', key }),
    () => {
      void client.invalidateQueries({ queryKey: ['channels'] })
      done(say(words.removed))
    },
  )
  const askAndRemove = async () => {
    const yes = await confirm({
      title: say(words.removeAsk(row.name)),
      body: say(words.removeBody),
      confirmLabel: say(words.remove),
      danger: true,
    })
    if (yes) await remove.send({ version: row.version })
  }
  const shown = shownProblem(remove.problem)
  return (
    <Section
      title={row.name}
      note={<KindChip>{say(kindWords[row.kind])}</KindChip>}
      actions={
        <StatePill tone={row.active ? 'done' : 'neutral'} size="small">
          {say(row.active ? words.on : words.off)}
        </StatePill>
      }
    >
      <div className={classes.stack}>
        <div className={classes.line}>
          <span className={classes.grow}>{whereTo(row, say)}</span>
          {row.waiting > 0 && <span>{say(words.waitingCount(row.waiting))}</span>}
          {row.stuck > 0 && (
            <UiLink href={`/deliveries?state=stuck&channel=${row.id}`} className={classes.stuck}>
              {say(words.stuckCount(row.stuck))}
            </UiLink>
          )}
          <span className={classes.soft}>
            {row.lastSentAt === null ? (
              say(words.neverSent)
            ) : (
              <>
                {say(words.lastSent)} <Time at={row.lastSentAt} />
              </>
            )}
          </span>
        </div>
        {shown && <ProblemAlert problem={shown} />}
        {keeps && (
          <div className={classes.buttons}>
            <ChannelTest row={row} />
            <Button variant="default" onClick={onEdit}>
              {say(words.change)}
            </Button>
            <Button variant="subtle" color="red.8" loading={remove.busy} onClick={() => void askAndRemove()}>
              {say(words.remove)}
            </Button>
          </div>
        )}
      </div>
    </Section>
  )
}

/** Where it leads, as far as that is no secret. */
function whereTo({ kind, settings }: ChannelRow, say: ReturnType<typeof useSay>): string {
  const text = (name: string) => {
    const value = settings[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  if (kind === 'mail') return `${text('host')}:${text('port')} · ${text('from')}`
  if (kind === 'sms' || kind === 'webhook') return text('url')
  const lists = [settings['roles'], settings['departments']].flatMap((list) => (Array.isArray(list) ? list : []))
  const called: Readonly<Record<string, Both>> = { ...roleWords, ...departmentWords }
  const about = text('about') === 'everything' ? words.everything : words.promises
  return [lists.map((name) => (called[name] ? say(called[name]) : '')).join(' / '), say(about)].join(' · ')
}
