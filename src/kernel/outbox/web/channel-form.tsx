import '#ui/controls.css'
import { Button, Modal, Select, Switch, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import { type ChannelKind, type ChannelRow, channelKinds } from '../channel-view.ts'
import { ChannelFields } from './channel-fields.tsx'
import { blankSettings, type Typed } from './channel-settings.ts'
import { kindWords, words } from './channel-words.ts'
import classes from './channels.module.css'

interface ChannelFormProps {
  /** null: a new one */
  readonly row: ChannelRow | null
  readonly onClose: () => void
}

/** Sets up a channel or changes it. What is secret is typed, never shown. */
export function ChannelForm({ row, onClose }: ChannelFormProps) {
  const say = useSay()
  return (
    <Modal opened onClose={onClose} title={say(row ? words.change : words.add)} size={640}>
      <Form row={row} onClose={onClose} />
    </Modal>
  )
}

function Form({ row, onClose }: ChannelFormProps) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [kind, setKind] = useState<ChannelKind>(row?.kind ?? 'mail')
  const [typed, setTyped] = useState<Typed>(() => ({
    name: row?.name ?? say(kindWords[kind]),
    active: row?.active ?? true,
    settings: row?.settings ?? blankSettings[kind],
    secret: {},
  }))
  const save = useSend(
    (body: Typed, key) => {
      const filled = Object.fromEntries(Object.entries(body.secret).filter(([, text]) => text !== ''))
      const secret = row && Object.keys(filled).length === 0 ? null : filled
      return row
        ? ask(`/api/channels/${row.id}`, { method: 'PUT', key, body: { ...body, secret, version: row.version } })
        : ask('/api/channels', { method: 'POST', key, body: { ...body, secret, kind } })
    },
    () => {
      void client.invalidateQueries({ queryKey: ['channels'] })
      done(say(words.saved))
      onClose()
    },
  )
  const faults = fieldFaults(save.problem)
  const shown = shownProblem(save.problem)
  const choose = (next: ChannelKind) => {
    setKind(next)
    setTyped({ ...typed, name: say(kindWords[next]), settings: blankSettings[next], secret: {} })
    save.reset()
  }
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save.send(typed)
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.pair}>
        {!row && (
          <Select
            label={say(words.kind)}
            data={channelKinds.map((value) => ({ value, label: say(kindWords[value]) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && choose(value)}
          />
        )}
        <TextInput
          label={say(words.name)}
          withAsterisk
          maxLength={60}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
          error={faults['name']}
        />
      </div>
      <ChannelFields kind={kind} typed={typed} kept={row?.secretSet ?? false} faults={faults} onChange={setTyped} />
      <Switch
        label={say(words.active)}
        checked={typed.active}
        onChange={(event) => setTyped({ ...typed, active: event.currentTarget.checked })}
      />
      <Button type="submit" loading={save.busy}>
        {say(common.save)}
      </Button>
    </form>
  )
}
