import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import type { StaffList } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import type { CustomerCard } from '../view.ts'
import { SaveForm } from './save-form.tsx'
import { words } from './words.ts'

/** Which assistant looks after the customer. */
export function Portfolio({ card, onClose }: { card: CustomerCard; onClose: () => void }) {
  const say = useSay()
  const [csaId, setCsa] = useState(card.csa?.id ?? null)
  const { data } = useQuery({
    queryKey: ['staff', 'assistants'],
    queryFn: ({ signal }) => ask<StaffList>('/api/staff?role=CSA&active=yes&limit=100', { signal }),
  })
  return (
    <SaveForm
      method="PUT"
      path={`/api/customers/${card.code}/portfolio`}
      body={() => ({ csaId })}
      onSaved={onClose}
      onCancel={onClose}
    >
      {(faults) => (
        <Select
          label={say(words.csa)}
          withAsterisk
          searchable
          data-autofocus
          data={(data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
          value={csaId}
          onChange={setCsa}
          error={faults.csaId}
        />
      )}
    </SaveForm>
  )
}
