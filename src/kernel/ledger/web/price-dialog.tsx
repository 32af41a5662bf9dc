import '#ui/controls.css'
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { isoOfLocal } from '#kernel/process/web/form-values.ts'
import { parseYuan, yuan } from '#lib/money.ts'
import type { Both } from '#lib/language.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import type { PriceRow } from '../price-view.ts'
import classes from './ledger.module.css'
import { words } from './words.ts'

interface PriceDialogProps {
  readonly row: PriceRow | null
  readonly noticeDays: number
  readonly onClose: () => void
}

/** A new version of an item; a change of price needs its notice, better words do not. */
export function PriceDialog({ row, noticeDays, onClose }: PriceDialogProps) {
  const say = useSay()
  return (
    <Modal opened={row !== null} onClose={onClose} title={row ? say(words.editTitle(row.code)) : ''} size={620}>
      {row && <Form key={row.code} row={row} noticeDays={noticeDays} onClose={onClose} />}
    </Modal>
  )
}

type Text =
  | 'nameZh'
  | 'nameEn'
  | 'unitZh'
  | 'unitEn'
  | 'noteZh'
  | 'noteEn'
  | 'price'
  | 'second'
  | 'minutes'
  | 'minimum'
  | 'from'

function Form({ row, noticeDays, onClose }: PriceDialogProps & { row: PriceRow }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [typed, setTyped] = useState<Record<Text, string>>({
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    unitZh: row.unitZh,
    unitEn: row.unitEn,
    noteZh: row.noteZh,
    noteEn: row.noteEn,
    price: yuan(row.priceFen),
    second: row.secondPriceFen === null ? '' : yuan(row.secondPriceFen),
    minutes: row.minutes === null ? '' : String(row.minutes),
    minimum: row.minimum ?? '',
    from: '',
  })
  const [includesMaterial, setIncludes] = useState(row.includesMaterial)
  const [withdrawn, setWithdrawn] = useState(false)
  const { send, busy, problem } = useSend(
    (body: object, key) => ask(`/api/prices/${row.code}`, { method: 'POST', key, body }),
    () => {
      void client.invalidateQueries({ queryKey: ['prices'] })
      done(say(words.saved))
      onClose()
    },
  )
  const faults = fieldFaults(problem)
  const shown = shownProblem(problem)
  const field = (name: Text, label: Both, path: string = name) => (
    <TextInput
      label={say(label)}
      value={typed[name]}
      maxLength={200}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      error={faults[path]}
      {...(['price', 'second', 'minutes', 'minimum'].includes(name) ? { inputMode: 'decimal' as const } : {})}
    />
  )
  const submit = () => {
    const { price, second, minutes, minimum, from, ...texts } = typed
    void send({
      ...texts,
      priceFen: parseYuan(price) ?? price,
      secondPriceFen: second === '' ? null : (parseYuan(second) ?? second),
      minutes: minutes === '' ? null : Number(minutes),
      minimum: minimum === '' ? null : minimum,
      includesMaterial,
      withdrawn,
      effectiveFrom: from === '' ? null : (isoOfLocal(from) ?? from),
    })
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={classes.soft}>{say(words.notice(noticeDays))}</p>
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.fields}>
        {field('nameZh', words.nameZh)}
        {field('nameEn', words.nameEn)}
        {field('unitZh', words.unitZh)}
        {field('unitEn', words.unitEn)}
        {field('price', words.price, 'priceFen')}
        {field('second', words.secondPrice, 'secondPriceFen')}
        {field('minutes', words.minutes)}
        {field('minimum', words.minimum)}
        {field('noteZh', words.noteZh)}
        {field('noteEn', words.noteEn)}
        <TextInput
          type="datetime-local"
          label={say(words.effectiveFrom)}
          value={typed.from}
          onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
          error={faults.effectiveFrom}
        />
      </div>
      <Checkbox
        label={say(words.withMaterial)}
        checked={includesMaterial}
        onChange={(event) => setIncludes(event.currentTarget.checked)}
      />
      <Checkbox
        label={say(words.withdrawn)}
        checked={withdrawn}
        onChange={(event) => setWithdrawn(event.currentTarget.checked)}
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
