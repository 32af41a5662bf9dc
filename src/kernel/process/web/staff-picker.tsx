import '#ui/controls.css'
import { MultiSelect, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import type { StaffList } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { useForm } from './form-context.ts'
import { words } from './words.ts'

interface StaffPickerProps {
  readonly label: string
  readonly roles: readonly string[]
  readonly many: boolean
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly required: boolean
  readonly error: string | undefined
  readonly most?: number | null
}

/** Chooses staff who hold one of the roles, by name, number or pinyin. */
export function StaffPicker({ label, roles, many, value, onChange, required, error, most }: StaffPickerProps) {
  const say = useSay()
  const { names } = useForm()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    queryKey: ['staff', roles, typed],
    // The directory is asked for one role at a time.
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(
        roles.map((role) =>
          ask<StaffList>(withQuery('/api/staff', { role, q: typed, active: 'yes', limit: 100 }), { signal }),
        ),
      )
      return [...new Map(lists.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()]
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const found = (data ?? []).map((one) => ({
    value: one.id,
    label: one.trade === '' ? one.name : `${one.name} · ${one.trade}`,
  }))
  const missing = value.filter((id) => !found.some((one) => one.value === id))
  const options = [...found, ...missing.map((id) => ({ value: id, label: names[id] ?? id }))]
  const shared = {
    label,
    data: options,
    searchable: true,
    clearable: !required,
    placeholder: value.length === 0 ? say(words.findPerson) : '',
    nothingFoundMessage: say(words.noPerson),
    // The server has already searched, by pinyin too.
    filter: ({ options: all }: { options: typeof options }) => all,
    onSearchChange: (text: string) => setTyped(options.some((one) => one.label === text) ? '' : text),
    withAsterisk: required,
    error,
    comboboxProps: { withinPortal: true },
  }
  if (many)
    return (
      <MultiSelect
        {...shared}
        filter={({ options: all }) => all}
        value={[...value]}
        onChange={onChange}
        {...(most ? { maxValues: most } : {})}
      />
    )
  return (
    <Select
      {...shared}
      filter={({ options: all }) => all}
      value={value[0] ?? null}
      onChange={(id) => onChange(id === null ? [] : [id])}
    />
  )
}
