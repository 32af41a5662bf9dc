import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import type { Me } from '#kernel/people/view.ts'
import type { CustomerCard, UnitCard } from '#kernel/premises/view.ts'
import { normaliseUnit } from '#lib/unit-code.ts'
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
  readonly value: ChosenUnit | null
  readonly onChange: (unit: ChosenUnit | null) => void
  readonly missing: boolean
}

/** The company's units as the administrator knows them; an employee types his own once, and it is remembered. */
export function UnitChoice({ me, value, onChange, missing }: UnitChoiceProps) {
  const say = useSay()
  const id = useId()
  const administers = me.roles.includes('TADM')
  const { data: card } = useQuery({
    queryKey: ['customer', me.customer?.code],
    queryFn: ({ signal }) => ask<CustomerCard>(`/api/customers/${me.customer?.code}`, { signal }),
    enabled: administers && me.customer !== null,
    staleTime: 300_000,
  })
  const [last, keepLast] = useStored('unit', '', isText)
  const [picked, setPicked] = useState('')
  const units = card?.units ?? []
  const remembered = units.length === 0 || units.includes(last) ? last : ''
  const wanted = picked === '' ? remembered || (units[0] ?? '') : picked
  const code = wanted === COMMON ? null : normaliseUnit(wanted)
  const { data: unit, isError } = useQuery({
    queryKey: ['unit', code],
    queryFn: ({ signal }) => ask<UnitCard>(`/api/units/${code}`, { signal }),
    enabled: code !== null,
    staleTime: 300_000,
    retry: false,
  })
  const tell = useEffectEvent(onChange)
  const found = wanted === COMMON ? COMMON : unit !== undefined && unit.code === code ? unit.id : ''
  useEffect(() => {
    if (found === COMMON) tell({ id: null, code: '' })
    else if (found !== '' && code !== null) {
      keepLast(code)
      tell({ id: found, code })
    } else tell(null)
  }, [found, code, keepLast])
  const fault = isError || (missing && value === null) ? say(own.unitNone) : undefined
  const common = { value: COMMON, label: say(own.commonArea) }
  return (
    <fieldset className={classes.fieldset} {...(fault ? { 'data-fault': true } : {})}>
      <legend>{say(own.unit)}</legend>
      {(!administers || (card && units.length === 0)) && (
        <TextInput
          aria-label={say(own.unitTyped)}
          placeholder={say(own.unitTyped)}
          value={picked === COMMON ? '' : picked || last}
          onChange={(event) => setPicked(event.currentTarget.value)}
          error={fault}
        />
      )}
      <div className={classes.chips}>
        {[...units.map((one) => ({ value: one, label: one })), common].map((option) => (
          <label key={option.value} className={classes.chip}>
            <input type="radio" name={id} checked={wanted === option.value} onChange={() => setPicked(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
      {administers && units.length > 0 && fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}

const COMMON = 'common'
const isText = (value: unknown): value is string => typeof value === 'string'
