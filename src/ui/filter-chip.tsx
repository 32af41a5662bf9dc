import './controls.css'
import { Button, Checkbox, CloseButton, Popover, Radio, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { Filter } from './filter-bar.tsx'
import classes from './filter-bar.module.css'
import { useSay } from './language.tsx'
import { listOf } from './router-search.ts'
import { words } from './words.ts'

interface FilterChipProps {
  readonly filter: Filter
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A condition: its name, or its name and value with a button that removes it. */
export function FilterChip({ filter, value, onChange }: FilterChipProps) {
  const say = useSay()
  const chosen = describe(filter, value)
  const shown = chosen.length > 1 ? say(words.andMore(chosen[0] ?? '', chosen.length - 1)) : chosen[0]
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <span className={classes.chip} data-active={value !== ''}>
        <Popover.Target>
          <Button
            variant={value === '' ? 'default' : 'light'}
            rightSection={value === '' ? <IconChevronDown size={14} aria-hidden /> : undefined}
          >
            {shown === undefined ? filter.label : `${filter.label}: ${shown}`}
          </Button>
        </Popover.Target>
        {value !== '' && (
          <CloseButton size={24} aria-label={say(words.removeFilter(filter.label))} onClick={() => onChange('')} />
        )}
      </span>
      <Popover.Dropdown aria-label={filter.label}>
        {filter.kind === 'period' ? (
          <Period value={value} onChange={onChange} />
        ) : (
          <Choices filter={filter} value={value} onChange={onChange} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({
  filter,
  value,
  onChange,
}: {
  filter: Extract<Filter, { kind: 'choice' }>
  value: string
  onChange: (value: string) => void
}) {
  const labelled = filter.options.map(({ value: option, label, count }) => ({
    option,
    label: count === undefined ? label : `${label} (${count})`,
  }))
  if (filter.several === false)
    return (
      <Radio.Group value={value} onChange={onChange} aria-label={filter.label}>
        <div className={classes.options}>
          {labelled.map(({ option, label }) => (
            <Radio key={option} value={option} label={label} />
          ))}
        </div>
      </Radio.Group>
    )
  return (
    <Checkbox.Group value={listOf(value)} onChange={(chosen) => onChange(chosen.join(','))} aria-label={filter.label}>
      <div className={classes.options}>
        {labelled.map(({ option, label }) => (
          <Checkbox key={option} value={option} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** Native date fields: typed on the desk, turned with a thumb on a phone. */
function Period({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useSay()
  const [from = '', to = ''] = value.split('..')
  const join = (start: string, end: string) => onChange(start === '' && end === '' ? '' : `${start}..${end}`)
  return (
    <div className={classes.options}>
      <TextInput
        type="date"
        label={say(words.from)}
        value={from}
        max={to || undefined}
        onChange={(event) => join(event.currentTarget.value, to)}
      />
      <TextInput
        type="date"
        label={say(words.to)}
        value={to}
        min={from || undefined}
        onChange={(event) => join(from, event.currentTarget.value)}
      />
    </div>
  )
}

function describe(filter: Filter, value: string): string[] {
  if (value === '') return []
  if (filter.kind === 'period') return [value.replace('..', ' – ')]
  const names = new Map(filter.options.map((option) => [option.value, option.label]))
  return listOf(value).map((chosen) => names.get(chosen) ?? chosen)
}
