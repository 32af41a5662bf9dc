import '#ui/controls.css'
import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import type { CaseRow, Page } from '../view.ts'
import { nameIn } from './name-in.ts'
import { useForm } from './form-context.ts'
import { words } from './linked-words.ts'

interface CasePickerProps {
  readonly label: string
  readonly value: string
  readonly onChange: (number: string) => void
  readonly required: boolean
  readonly error: string | undefined
}

/** Another open case of the same process, by number, customer, unit or words; those of the same kind come first. */
export function CasePicker({ label, value, onChange, required, error }: CasePickerProps) {
  const say = useSay()
  const { language } = useLanguage()
  const { of } = useForm()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    queryKey: ['open-cases', of?.process, typed],
    queryFn: ({ signal }) =>
      ask<Page<CaseRow>>(withQuery(`/api/${of?.process}`, { q: typed, open: 'yes', size: 30 }), { signal }),
    enabled: of !== null,
    placeholderData: keepPreviousData,
  })
  const rank = (row: CaseRow) =>
    (row.category === of?.category ? 0 : 2) + (row.customer?.id === of?.customer?.id ? 0 : 1)
  const options = (data?.items ?? [])
    .filter((row) => row.number !== of?.number)
    .toSorted((one, other) => rank(one) - rank(other))
    .map((row) => ({
      value: row.number,
      label: [row.number, row.customer ? nameIn(row.customer, language) : '', row.unit?.code ?? row.place, row.title]
        .filter(Boolean)
        .join(' · '),
    }))
  return (
    <Select
      label={label}
      data={
        value === '' || options.some((one) => one.value === value) ? options : [...options, { value, label: value }]
      }
      value={value === '' ? null : value}
      onChange={(number) => onChange(number ?? '')}
      searchable
      clearable={!required}
      placeholder={say(words.findOpen)}
      nothingFoundMessage={say(words.noOpen)}
      // The server has already searched, by pinyin too.
      filter={({ options: all }) => all}
      onSearchChange={(text) => setTyped(options.some((one) => one.label === text) ? '' : text)}
      withAsterisk={required}
      error={error}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
