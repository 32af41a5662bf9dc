import '#ui/controls.css'
import { Button, Modal, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { ContactList, ContactRow, Me } from '#kernel/people/view.ts'
import { authorityWords, roleWords } from '#kernel/people/words.ts'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { words as common } from '#ui/words.ts'
import { PersonAccount } from './person-account.tsx'
import { PersonForm } from './person-form.tsx'
import { peopleWords as own } from './people-words.ts'
import classes from './portal.module.css'
import { Shell } from './shell.tsx'

/** Who speaks for the company, kept by its own administrator. */
export function PeoplePage({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const [editing, setEditing] = useState<ContactRow | 'new' | null>(null)
  const [account, setAccount] = useState<ContactRow | null>(null)
  const code = me.customer?.code ?? ''
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['contacts', code, 'all'],
    queryFn: ({ pageParam, signal }) =>
      ask<ContactList>(withQuery(`/api/customers/${code}/contacts`, { after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: code !== '',
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const editable = data?.pages[0]?.editable ?? false
  const changed = () => {
    setEditing(null)
    void client.invalidateQueries({ queryKey: ['contacts', code] })
  }
  const shown = shownProblem(error)
  return (
    <Shell title={say(own.title)} back="/c/">
      <p className={classes.soft}>{say(own.help)}</p>
      {shown && <ProblemAlert problem={shown} onRetry={() => void refetch()} />}
      {!data && shown === null && <Skeleton height={240} radius="md" />}
      {data && rows.length === 0 && (
        <Section>
          <Empty title={say(own.noPeople)} />
        </Section>
      )}
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <Person
              row={row}
              self={row.id === me.id}
              {...(editable ? { onEdit: () => setEditing(row), onAccount: () => setAccount(row) } : {})}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {say(common.loadMore)}
        </Button>
      )}
      {editable && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
          {say(own.add)}
        </Button>
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={say(editing === 'new' ? own.add : own.edit)}
      >
        {editing !== null && (
          <PersonForm customerCode={code} row={editing === 'new' ? null : editing} onDone={changed} />
        )}
      </Modal>
      <Modal
        opened={account !== null}
        onClose={() => setAccount(null)}
        title={`${say(own.account)} · ${account?.name ?? ''}`}
      >
        {account !== null && (
          <PersonAccount
            row={account}
            onChanged={changed}
            onClose={() => {
              changed()
              setAccount(null)
            }}
          />
        )}
      </Modal>
    </Shell>
  )
}

interface PersonProps {
  readonly row: ContactRow
  readonly self: boolean
  readonly onEdit?: () => void
  readonly onAccount?: () => void
}

function Person({ row, self, onEdit, onAccount }: PersonProps) {
  const say = useSay()
  const { language } = useLanguage()
  const name = language === 'en' && row.nameEn !== '' ? row.nameEn : row.name
  const access = row.account === null ? say(own.noAccount) : row.account.map((role) => say(roleWords[role])).join(' · ')
  return (
    <Section>
      <div className={classes.stack}>
        <div className={classes.person}>
          <span>
            <strong>{name}</strong> {row.title} {self && <span className={classes.soft}>{say(own.yourself)}</span>}
          </span>
          <StatePill tone={row.active ? 'info' : 'neutral'}>{row.active ? access : say(own.inactive)}</StatePill>
        </div>
        {row.authorities.length > 0 && (
          <p className={classes.soft}>{row.authorities.map((one) => say(authorityWords[one])).join(' · ')}</p>
        )}
        {row.phone !== '' && (
          <p>
            <a href={`tel:${row.phone}`}>{row.phone}</a>
          </p>
        )}
        {onEdit && (
          <div className={classes.buttons}>
            <Button variant="default" onClick={onEdit}>
              {say(own.edit)}
            </Button>
            {!self && onAccount && (
              <Button variant="default" onClick={onAccount}>
                {say(own.account)}
              </Button>
            )}
          </div>
        )}
      </div>
    </Section>
  )
}
