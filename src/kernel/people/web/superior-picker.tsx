import '#ui/controls.css'
import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { useSay } from '#ui/language.tsx'
import type { StaffList } from '../view.ts'
import { words } from './words.ts'

interface SuperiorPickerProps {
  readonly value: string | null
  readonly name: string
  readonly onChange: (id: string | null) => void
  readonly error: string | undefined
}

/** One direct superior, or none for the general manager. */
export function SuperiorPicker({ value, name, onChange, error }: SuperiorPickerProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    queryKey: ['staff', 'superiors', typed],
    queryFn: ({ signal }) =>
      ask<StaffList>(withQuery('/api/staff', { q: typed, active: 'yes', limit: 50 }), { signal }),
    placeholderData: keepPreviousData,
  })
  const found = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.name} · ${row.post}` }))
  const options =
    value === null || found.some((one) => one.value === value) ? found : [...found, { value, label: name }]
  return (
    <Select
      label={say(words.superior)}
      placeholder={say(words.noSuperior)}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable
      filter={({ options: all }) => all}
      onSearchChange={(text) => setTyped(options.some((one) => one.label === text) ? '' : text)}
      error={error}
    />
  )
}
