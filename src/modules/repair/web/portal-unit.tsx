import { NativeSelect } from '@mantine/core'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import type { Me } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { useStored } from '#ui/stored.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

/** `id` null: a common area. */
export interface ChosenUnit {
  readonly id: string | null
  readonly code: string
}

interface UnitChoiceProps {
  readonly me: Me
  readonly onChange: (unit: ChosenUnit) => void
}

/** The units of the company, the one of last time first in hand; or a common area. */
export function UnitChoice({ me, onChange }: UnitChoiceProps) {
  const say = useSay()
  const id = useId()
  const [last, keepLast] = useStored('unit', '', isText)
  const [picked, setPicked] = useState<string | null>(null)
  const wanted = me.units.find(({ code }) => code === (picked ?? last)) ?? (picked === COMMON ? undefined : me.units[0])
  const tell = useEffectEvent(onChange)
  useEffect(() => tell(wanted ?? { id: null, code: '' }), [wanted])
  const pick = (code: string) => {
    setPicked(code)
    if (code !== COMMON) keepLast(code)
  }
  if (me.units.length > FEW)
    return (
      <NativeSelect
        label={say(own.unit)}
        value={wanted?.code ?? COMMON}
        onChange={(event) => pick(event.currentTarget.value)}
        data={[...me.units.map(({ code }) => code), { value: COMMON, label: say(own.commonArea) }]}
      />
    )
  return (
    <fieldset className={classes.fieldset}>
      <legend>{say(own.unit)}</legend>
      <div className={classes.chips}>
        {me.units.map(({ code }) => (
          <label key={code} className={classes.chip}>
            <input type="radio" name={id} checked={wanted?.code === code} onChange={() => pick(code)} />
            {code}
          </label>
        ))}
        <label className={classes.chip}>
          <input type="radio" name={id} checked={wanted === undefined} onChange={() => pick(COMMON)} />
          {say(own.commonArea)}
        </label>
      </div>
    </fieldset>
  )
}

const COMMON = 'common'
/** more than these are a list, not buttons */
const FEW = 6
const isText = (value: unknown): value is string => typeof value === 'string'
