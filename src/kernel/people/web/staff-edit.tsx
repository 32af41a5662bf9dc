import '#ui/controls.css'
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import type { StaffCard } from '../view.ts'
import { departmentWords } from '../words.ts'
import { useHasRole } from './me.ts'
import classes from './people.module.css'
import { SuperiorPicker } from './superior-picker.tsx'
import { words } from './words.ts'

/** Takes somebody on, or changes what the house knows of a person; for HR and the administrator. */
export function StaffEdit({ card }: { card?: StaffCard }) {
  const say = useSay()
  const has = useHasRole()
  const [opened, setOpened] = useState(false)
  if (!has('SYS', 'HR')) return null
  const title = say(card ? words.edit : words.takeOn)
  return (
    <>
      <Button variant={card ? 'default' : 'filled'} onClick={() => setOpened(true)}>
        {title}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={title} size={560}>
        {opened && <Form {...(card ? { card } : {})} onClose={() => setOpened(false)} />}
      </Modal>
    </>
  )
}

function Form({ card, onClose }: { card?: StaffCard; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [typed, setTyped] = useState({
    name: card?.name ?? '',
    nameEn: card?.nameEn ?? '',
    phone: card?.phone ?? '',
    email: card?.more?.email ?? '',
    language: card?.more?.language ?? 'zh',
    department: card?.department ?? 'customerService',
    post: card?.post ?? '',
    trade: card?.trade ?? '',
  })
  const [staffNumber, setNumber] = useState('')
  const [login, setLogin] = useState('')
  const [superiorId, setSuperior] = useState<string | null>(card?.superior?.id ?? null)
  const save = useSend(
    async (body: typeof typed & { staffNumber: string; login: string; superiorId: string | null }, key) => {
      const { staffNumber: number, login: name, superiorId: superior, ...fields } = body
      if (!card)
        return ask('/api/staff', {
          method: 'POST',
          key,
          body: { ...fields, staffNumber: number, superiorId: superior, login: name === '' ? null : name },
        })
      await ask(`/api/staff/${card.id}`, { method: 'PUT', key, body: fields })
      if (superior !== (card.superior?.id ?? null))
        await ask(`/api/staff/${card.id}/superior`, {
          method: 'PUT',
          key: `${key}-superior`,
          body: { superiorId: superior },
        })
      return null
    },
    () => {
      void client.invalidateQueries({ queryKey: ['staff'] })
      done(say(words.saved))
      onClose()
    },
  )
  const faults = fieldFaults(save.problem)
  const shown = shownProblem(save.problem)
  const field = (name: keyof typeof typed, label: string, required = false) => (
    <TextInput
      label={label}
      withAsterisk={required}
      value={typed[name]}
      maxLength={200}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      error={faults[name]}
    />
  )
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save.send({ ...typed, staffNumber, login, superiorId })
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.pair}>
        {!card && (
          <TextInput
            label={say(words.staffNumber)}
            withAsterisk
            maxLength={20}
            value={staffNumber}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={faults.staffNumber}
          />
        )}
        {field('name', say(words.fullName), true)}
        {field('nameEn', say(words.nameEn))}
        <Select
          label={say(words.department)}
          withAsterisk
          data={Object.entries(departmentWords).map(([value, both]) => ({ value, label: say(both) }))}
          value={typed.department}
          allowDeselect={false}
          onChange={(value) =>
            setTyped({ ...typed, department: (value ?? typed.department) as typeof typed.department })
          }
          error={faults.department}
        />
        {field('post', say(words.post), true)}
        {field('trade', say(words.trade))}
        {field('phone', say(words.phone))}
        {field('email', say(words.email))}
        <SuperiorPicker
          value={superiorId}
          name={card?.superior?.name ?? ''}
          onChange={setSuperior}
          error={faults.superiorId}
        />
        {!card && (
          <TextInput
            label={say(words.loginNames)}
            maxLength={120}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            error={faults.login}
          />
        )}
      </div>
      <Button type="submit" loading={save.busy}>
        {say(common.save)}
      </Button>
    </form>
  )
}
