import '#ui/controls.css'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import type { ContactList, ContactRow } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { useForm } from './form-context.ts'
import { words } from './words.ts'

/** Contacts of a customer, those with the authority first. */
export const useContacts = (customerCode: string | null) =>
  useQuery({
    queryKey: ['contacts', customerCode],
    queryFn: ({ signal }) => ask<ContactList>(`/api/customers/${customerCode}/contacts`, { signal }),
    enabled: customerCode !== null,
    staleTime: 60_000,
  })

interface ContactPickerProps {
  readonly label: string
  readonly authority: string | null
  readonly value: string
  readonly onChange: (id: string) => void
  readonly required: boolean
  readonly error: string | undefined
}

/** A contact of the case's customer who holds the authority that is demanded. */
export function ContactPicker({ label, authority, value, onChange, required, error }: ContactPickerProps) {
  const say = useSay()
  const { customerCode, names } = useForm()
  const { data } = useContacts(customerCode)
  const fits = (row: ContactRow) =>
    row.active && (authority === null || row.authorities.some((held) => held === authority))
  const options = (data?.rows ?? [])
    .filter((row) => fits(row) || row.id === value)
    .map((row) => ({ value: row.id, label: [row.name, row.title, row.phone].filter(Boolean).join(' · ') }))
  const shown = options.some((one) => one.value === value) || value === ''
  return (
    <Select
      label={label}
      data={shown ? options : [...options, { value, label: names[value] ?? value }]}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      searchable
      clearable={!required}
      placeholder={say(words.choose)}
      nothingFoundMessage={say(words.noContact)}
      withAsterisk={required}
      error={error}
    />
  )
}
