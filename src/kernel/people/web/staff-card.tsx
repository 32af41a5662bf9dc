import '#ui/controls.css'
import { Button, Checkbox, Modal } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { type StaffRole, staffRoles } from '#kernel/process/roles.ts'
import { useConfirm } from '#ui/confirm.tsx'
import { Empty } from '#ui/empty.tsx'
import { FieldGrid } from '#ui/field-grid.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNotices } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import type { IssuedSecret, StaffCard } from '../view.ts'
import { departmentWords, roleWords } from '../words.ts'
import { useHasRole, useMe } from './me.ts'
import classes from './people.module.css'
import { StaffEdit } from './staff-edit.tsx'
import { words } from './words.ts'

/** One member of the staff: post, superior, and for the administrator the account. */
export function PersonPage({ id }: { id: string }) {
  const say = useSay()
  const {
    data: card,
    error,
    refetch,
  } = useQuery({
    queryKey: ['staff', 'card', id],
    queryFn: ({ signal }) => ask<StaffCard>(`/api/staff/${id}`, { signal }),
  })
  const crumbs = [{ href: '/staff', label: say(words.staff) }]
  const problem = shownProblem(error)
  if (!card)
    return (
      <Page title={say(words.staff)} crumbs={crumbs}>
        {isProblem(error) && error.document.status < 500 ? (
          <Section>
            <Empty title={say(words.noSuchPerson)} />
          </Section>
        ) : (
          problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  const state = (
    <StatePill tone={card.active ? 'done' : 'neutral'} size="small">
      {say(card.active ? words.active : words.inactive)}
    </StatePill>
  )
  return (
    <Page title={card.name} crumbs={crumbs} beside={state} actions={<StaffEdit card={card} />} narrow>
      <Section>
        <FieldGrid
          fields={[
            { label: say(words.staffNumber), value: card.staffNumber },
            { label: say(words.nameEn), value: card.nameEn },
            { label: say(words.department), value: say(departmentWords[card.department]) },
            { label: say(words.post), value: card.post },
            { label: say(words.trade), value: card.trade },
            { label: say(words.phone), value: card.phone && <a href={`tel:${card.phone}`}>{card.phone}</a> },
            { label: say(words.email), value: card.more?.email },
            {
              label: say(words.superior),
              value: card.superior && <UiLink href={`/staff/${card.superior.id}`}>{card.superior.name}</UiLink>,
            },
            {
              label: say(words.reports),
              wide: true,
              value:
                card.reports.length > 0 &&
                card.reports.map((one, at) => (
                  <span key={one.id}>
                    {at > 0 && '、'}
                    <UiLink href={`/staff/${one.id}`}>{one.name}</UiLink>
                  </span>
                )),
            },
            ...(card.more && card.more.portfolio > 0
              ? [{ label: say(words.portfolio(card.more.portfolio)), value: '✓' }]
              : []),
          ]}
        />
      </Section>
      <Section title={say(words.roles)} actions={<AskRoles card={card} />}>
        <p>{card.roles.map((role) => say(roleWords[role])).join('、') || say(words.none)}</p>
        {card.waiting && (
          <p className={classes.soft}>
            {say(words.waiting)}: {card.waiting.roles.map((role) => say(roleWords[role])).join('、')}
          </p>
        )}
      </Section>
      {card.account && <Account card={card} account={card.account} />}
    </Page>
  )
}

function Account({ card, account }: { card: StaffCard; account: NonNullable<StaffCard['account']> }) {
  const say = useSay()
  const client = useQueryClient()
  const confirm = useConfirm()
  const { data: me } = useMe()
  const [secret, setSecret] = useState<IssuedSecret | null>(null)
  const renew = () => void client.invalidateQueries({ queryKey: ['staff'] })
  const issue = useSend(
    ({ id }: { id: string }, key) => ask<IssuedSecret>(`/api/staff/${id}/secret`, { method: 'POST', key, body: {} }),
    (answer) => {
      setSecret(answer)
      renew()
    },
  )
  const deed = useSend(
    ({ name }: { name: string }, key) => ask(`/api/staff/${card.id}/${name}`, { method: 'POST', key, body: {} }),
    renew,
  )
  const shown = shownProblem(issue.problem ?? deed.problem)
  const askIssue = async () => {
    if (
      await confirm({ title: say(words.issueSecret), body: say(words.issueHelp), confirmLabel: say(words.issueSecret) })
    )
      void issue.send({ id: card.id })
  }
  const askDeed = async () => {
    if (!card.active) void deed.send({ name: 'reactivate' })
    else if (
      await confirm({
        title: `${say(words.deactivate)} ${card.name}`,
        body: say(words.deactivateHelp),
        confirmLabel: say(words.deactivate),
        danger: true,
      })
    )
      void deed.send({ name: 'deactivate' })
  }
  return (
    <Section title={say(words.accountOf)}>
      {shown && <ProblemAlert problem={shown} />}
      <FieldGrid
        fields={[
          { label: say(words.loginNames), value: account.loginNames.join('、') || say(words.noAccount) },
          { label: say(words.secondStep), value: say(account.factor ? words.factorOn : words.factorOff) },
          { label: say(words.sessions), value: say(words.openSessions(account.sessions)) },
          { label: say(words.lastSeen), value: account.lastSeenAt && <Time at={account.lastSeenAt} full /> },
          ...(account.mustChange ? [{ label: say(words.state), value: say(words.mustChange) }] : []),
        ]}
      />
      {me?.id !== card.id && (
        <div className={classes.row} style={{ marginBlockStart: '0.9rem' }}>
          <Button variant="default" loading={issue.busy} onClick={() => void askIssue()}>
            {say(words.issueSecret)}
          </Button>
          <Button variant="default" loading={deed.busy} onClick={() => void askDeed()}>
            {say(card.active ? words.deactivate : words.reactivate)}
          </Button>
        </div>
      )}
      <Modal
        opened={secret !== null}
        onClose={() => setSecret(null)}
        title={say(words.secretOnce)}
        closeOnClickOutside={false}
      >
        {secret && (
          <div className={classes.stack}>
            <p className={classes.soft}>{secret.loginNames.join('、')}</p>
            <p className={classes.secret}>{secret.secret}</p>
            <p className={classes.soft}>
              {say(words.validUntil)} <Time at={secret.validUntil} full />
            </p>
          </div>
        )}
      </Modal>
    </Section>
  )
}

function AskRoles({ card }: { card: StaffCard }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const has = useHasRole()
  const [opened, setOpened] = useState(false)
  const [roles, setRoles] = useState<readonly string[]>(card.roles)
  const send = useSend(
    (body: { personId: string; roles: readonly string[] }, key) =>
      ask('/api/role-requests', { method: 'POST', key, body }),
    () => {
      for (const key of ['staff', 'role-requests']) void client.invalidateQueries({ queryKey: [key] })
      done(say(words.requestSent))
      setOpened(false)
    },
  )
  const shown = shownProblem(send.problem)
  if (!has('SYS') || card.waiting) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {say(words.requestRoles)}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${say(words.requestRoles)} · ${card.name}`}
        size={640}
      >
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault()
            void send.send({ personId: card.id, roles })
          }}
        >
          <p className={classes.soft}>{say(words.requestHelp)}</p>
          {shown && <ProblemAlert problem={shown} />}
          <Checkbox.Group label={say(words.roles)} value={[...roles]} onChange={setRoles}>
            <div className={classes.roles}>
              {staffRoles.map((role: StaffRole) => (
                <Checkbox key={role} value={role} label={say(roleWords[role])} />
              ))}
            </div>
          </Checkbox.Group>
          <Button type="submit" loading={send.busy}>
            {say(words.requestRoles)}
          </Button>
        </form>
      </Modal>
    </>
  )
}
