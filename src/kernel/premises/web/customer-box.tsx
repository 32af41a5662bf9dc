import '#ui/controls.css'
import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { isComposing } from '#ui/keyboard.tsx'
import { useSay } from '#ui/language.tsx'
import type { SearchAnswer } from '../view.ts'
import classes from './customer-box.module.css'
import { useSearch } from './premises.ts'
import { words } from './words.ts'

/** What was meant: a customer, and perhaps one of its units or the very person. */
export interface Found {
  readonly customerCode: string | null
  readonly unitCode: string | null
  readonly contactId: string | null
}

interface CustomerBoxProps {
  /** `typed`: what was looked for */
  readonly onFound: (found: Found, typed: string) => void
  /** Enter on something nobody has: an unknown number, a stranger's name */
  readonly onUnknown?: (typed: string) => void
  readonly label: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

/** One box for number, name, unit, phone and pinyin initials. The first hit is ready for Enter. */
export function CustomerBox({ onFound, onUnknown, label, error, autoFocus = false }: CustomerBoxProps) {
  const say = useSay()
  const store = useCombobox()
  const [typed, setTyped] = useState('')
  const [composing, setComposing] = useState(false)
  const [asked] = useDebouncedValue(composing ? '' : typed, 150)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])
  const { data, isFetching } = useSearch(asked)
  const hits = data && asked !== '' ? hitsOf(data) : []
  return (
    <Combobox
      store={store}
      onOptionSubmit={(id) => {
        const hit = hits.find((one) => one.id === id)
        if (!hit) return
        setTyped('')
        store.closeDropdown()
        onFound(hit.found, typed)
      }}
    >
      <Combobox.Target>
        <InputBase
          ref={input}
          label={label}
          withAsterisk
          placeholder={say(words.findCustomer)}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={isFetching ? <Loader size={14} color="gray" /> : null}
          value={typed}
          maxLength={60}
          autoComplete="off"
          error={error}
          {...(autoFocus ? { 'data-autofocus': true } : {})}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            store.openDropdown()
            store.updateSelectedOptionIndex()
          }}
          onFocus={() => typed !== '' && store.openDropdown()}
          onBlur={() => store.closeDropdown()}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDownCapture={(event) => {
            if (isComposing(event)) event.stopPropagation()
            else if (event.key === 'Enter' && store.getSelectedOptionIndex() < 0 && hits[0]) {
              event.preventDefault()
              setTyped('')
              store.closeDropdown()
              onFound(hits[0].found, typed)
            } else if (
              onUnknown &&
              event.key === 'Enter' &&
              hits.length === 0 &&
              typed.trim() !== '' &&
              asked === typed &&
              !isFetching
            ) {
              event.preventDefault()
              onUnknown(typed.trim())
              setTyped('')
              store.closeDropdown()
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <Combobox.Options className={classes.options}>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <span className={classes.hit}>
                <span>{hit.label}</span>
                <span className={classes.hint}>{hit.hint}</span>
              </span>
            </Combobox.Option>
          ))}
          {hits.length === 0 && !isFetching && <Combobox.Empty>{say(words.noCustomerFound)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

interface Hit {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly found: Found
}

function hitsOf({ customers, units, people }: SearchAnswer): readonly Hit[] {
  return [
    ...customers.map((one) => ({
      id: `c/${one.code}`,
      label: one.vip ? `★ ${one.shortName}` : one.shortName,
      hint: `${one.code} · ${one.name}`,
      found: { customerCode: one.code, unitCode: null, contactId: null },
    })),
    ...units.map((one) => ({
      id: `u/${one.code}`,
      label: one.code,
      hint: one.tenant?.shortName ?? '—',
      found: { customerCode: one.tenant?.code ?? null, unitCode: one.code, contactId: null },
    })),
    ...people
      .filter((one) => one.kind === 'contact' && one.customer !== null)
      .map((one) => ({
        id: `p/${one.id}`,
        label: one.name,
        hint: [one.of, one.phone].filter(Boolean).join(' · '),
        found: { customerCode: one.customer, unitCode: null, contactId: one.id },
      })),
  ]
}
