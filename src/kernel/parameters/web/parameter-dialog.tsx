import '#ui/controls.css'
import { Button, Modal, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { isoOfLocal } from '#kernel/process/web/form-values.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import type { ParameterRow } from '../view.ts'
import { parameterUnitWords } from '../words.ts'
import classes from './parameters.module.css'
import { usePartName } from './shown-value.tsx'
import { keyOf, type Leaf, leavesOf, valueOf } from './value-leaves.ts'
import { words } from './words.ts'

/** A new version of a parameter: value, from when, and why. */
export function ParameterDialog({ row, onClose }: { row: ParameterRow | null; onClose: () => void }) {
  const say = useSay()
  return (
    <Modal opened={row !== null} onClose={onClose} title={row ? say(row.says) : ''} size={560}>
      {row && <Form key={row.key} row={row} onClose={onClose} />}
    </Modal>
  )
}

function Form({ row, onClose }: { row: ParameterRow; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const nameOf = usePartName()
  const leaves = leavesOf(row.value, row.unit, row.shape)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const { send, busy, problem } = useSend(
    (body: { value: unknown; effectiveFrom: string | null; reason: string }, key) =>
      ask(`/api/parameters/${row.key}`, { method: 'POST', key, body }),
    () => {
      void client.invalidateQueries({ queryKey: ['parameters'] })
      done(say(words.saved))
      onClose()
    },
  )
  const faults = fieldFaults(problem)
  const shown = shownProblem(problem)
  const faultOf = (leaf: Leaf) =>
    faults[['value', ...leaf.path].join('.')] ??
    Object.entries(faults).find(([path]) => path.startsWith(`${['value', ...leaf.path].join('.')}.`))?.[1]
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send({
          value: valueOf(leaves, typed),
          effectiveFrom: from === '' ? null : (isoOfLocal(from) ?? from),
          reason,
        })
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.fields}>
        {leaves.map((leaf) => (
          <LeafField
            key={keyOf(leaf)}
            leaf={leaf}
            label={nameOf(leaf) || say(words.newValue)}
            suffix={say(parameterUnitWords[row.unit])}
            value={typed[keyOf(leaf)] ?? leaf.typed}
            onChange={(value) => setTyped({ ...typed, [keyOf(leaf)]: value })}
            error={faultOf(leaf)}
          />
        ))}
      </div>
      <TextInput
        type="datetime-local"
        label={say(words.effectiveFrom)}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={faults.effectiveFrom}
      />
      <Textarea
        label={say(words.reason)}
        description={say(words.reasonHelp)}
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={faults.reason}
      />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" loading={busy}>
          {say(common.save)}
        </Button>
      </div>
    </form>
  )
}

interface LeafFieldProps {
  readonly leaf: Leaf
  readonly label: string
  readonly suffix: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

function LeafField({ leaf, label, suffix, value, onChange, error }: LeafFieldProps) {
  const say = useSay()
  if (leaf.kind === 'flag')
    return (
      <Switch
        label={label}
        checked={value === 'yes'}
        onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : 'no')}
        error={error}
      />
    )
  if (leaf.kind === 'choice')
    return (
      <Select
        label={label}
        data={[...leaf.options]}
        value={value}
        allowDeselect={false}
        onChange={(next) => onChange(next ?? value)}
        error={error}
      />
    )
  const timed = leaf.kind === 'span' || leaf.kind === 'spans'
  const numeric = leaf.kind === 'number' || leaf.kind === 'yuan' || leaf.kind === 'percent'
  return (
    <TextInput
      label={label}
      description={timed ? say(words.spanHelp) : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputMode={numeric ? 'decimal' : 'text'}
      rightSection={numeric && suffix !== '' ? <span className={classes.soft}>{suffix}</span> : undefined}
      rightSectionWidth={64}
      error={error}
    />
  )
}
