import './controls.css'
import { Button, Chip, TextInput } from '@mantine/core'
import { IconFilterOff, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { FilterChip } from './filter-chip.tsx'
import classes from './filter-bar.module.css'
import { isComposing } from './keyboard.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

/** One condition. Its value is text, as in the address: choices joined by commas, a period as `from..to`. */
export type Filter =
  | {
      readonly kind: 'choice'
      readonly id: string
      readonly label: string
      readonly options: readonly FilterOption[]
      readonly several?: boolean
    }
  | { readonly kind: 'period'; readonly id: string; readonly label: string }

export interface FilterOption {
  readonly value: string
  readonly label: string
  readonly count?: number
}

export interface SavedView {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly values: Readonly<Record<string, string>>
}

export interface FilterBarProps {
  readonly filters: readonly Filter[]
  /** by filter id; the searched text under `q` */
  readonly values: Readonly<Record<string, string>>
  /** the page writes them into its address */
  readonly onChange: (values: Record<string, string>) => void
  /** what the search box searches; none, no box */
  readonly search?: string
  readonly views?: readonly SavedView[]
  readonly actions?: ReactNode
}

/** One row: search, conditions as chips, saved views with counts. */
export function FilterBar({ filters, values, onChange, search, views = [], actions }: FilterBarProps) {
  const say = useSay()
  const set = (id: string, value: string) => {
    const next = Object.fromEntries(Object.entries({ ...values, [id]: value }).filter(([, text]) => text !== ''))
    onChange(next)
  }
  const active = [...filters.map((filter) => filter.id), 'q'].some((id) => (values[id] ?? '') !== '')
  return (
    <div className={classes.bar} role="search" aria-label={say(words.filters)} data-print="no">
      {views.length > 0 && (
        <div className={classes.views} role="group" aria-label={say(words.savedViews)}>
          {views.map((view) => (
            <Chip
              key={view.id}
              size="xs"
              radius="sm"
              variant="outline"
              checked={same(view.values, values)}
              onChange={(on) => onChange(on ? { ...view.values } : {})}
            >
              {view.label}
              {view.count !== undefined && <b className={classes.count}>{view.count}</b>}
            </Chip>
          ))}
        </div>
      )}
      <div className={classes.row}>
        {search !== undefined && (
          <SearchBox label={search} value={values.q ?? ''} onChange={(text) => set('q', text)} />
        )}
        {filters.map((filter) => (
          <FilterChip
            key={filter.id}
            filter={filter}
            value={values[filter.id] ?? ''}
            onChange={(value) => set(filter.id, value)}
          />
        ))}
        {active && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconFilterOff size={15} aria-hidden />}
            onClick={() => onChange({})}
          >
            {say(words.clearFilters)}
          </Button>
        )}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** Searches after a pause, never in the middle of a Chinese composition; Enter searches at once. */
function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value)
  const [composing, setComposing] = useState(false)
  const [outside, setOutside] = useState(value)
  if (outside !== value) {
    setOutside(value)
    setText(value)
  }
  useEffect(() => {
    if (composing || text.trim() === value) return
    const timer = setTimeout(() => onChange(text.trim()), 350)
    return () => clearTimeout(timer)
  }, [text, value, composing, onChange])
  return (
    <TextInput
      type="search"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      maxLength={100}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onChange(text.trim())
      }}
    />
  )
}

const same = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([id, value]) => other[id] === value)
