import { NativeSelect } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Me } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { RadioChips } from '#ui/radio-chips.tsx'
import { useStored } from '#ui/stored.ts'
import { unitWords as own } from '../unit-words.ts'

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
  const [last, keepLast] = useStored('unit', '', isText)
  const [picked, setPicked] = useState<string | null>(null)
  const wanted = me.units.find(({ code }) => code === (picked ?? last)) ?? (picked === COMMON ? undefined : me.units[0])
  const tell = useEffectEvent(onChange)
  useEffect(() => tell(wanted ?? { id: null, code: '' }), [wanted])
  const pick = (code: string) => {
    setPicked(code)
    if (code !== COMMON) keepLast(code)
  }
  const options = [
    ...me.units.map(({ code }) => ({ value: code, label: code })),
    { value: COMMON, label: say(own.commonArea) },
  ]
  if (me.units.length > FEW)
    return (
      <NativeSelect
        label={say(own.which)}
        value={wanted?.code ?? COMMON}
        onChange={(event) => pick(event.currentTarget.value)}
        data={options}
      />
    )
  return <RadioChips legend={say(own.which)} options={options} value={wanted?.code ?? COMMON} onChange={pick} />
}

const COMMON = 'common'
/** more than these are a list, not buttons */
const FEW = 6
const isText = (value: unknown): value is string => typeof value === 'string'
