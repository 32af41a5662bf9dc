import '#ui/controls.css'
import { phonePattern } from '#lib/phone.ts'
import { Button, Chip, Kbd, Skeleton, TextInput } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useMe } from '#kernel/people/web/me.ts'
import { type Scene, sceneOf } from '#kernel/phrases/view.ts'
import type { CustomerCard } from '#kernel/premises/view.ts'
import type { Found } from '#kernel/premises/web/customer-box.tsx'
import { CaseLines } from '#kernel/premises/web/case-lines.tsx'
import { useCustomer } from '#kernel/premises/web/premises.ts'
import type { ContactRow } from '#kernel/people/view.ts'
import { useEveryWord } from '#kernel/process/web/catalogue.tsx'
import { useContacts } from '#kernel/process/web/contact-picker.tsx'
import { useOpenCase } from '#kernel/process/web/open-case.ts'
import { useShortcuts } from '#ui/keyboard.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { words } from '../words.ts'
import classes from './desk.module.css'

export interface Call extends Found {
  /** what was typed to find the caller; a number is kept as the number he calls from */
  readonly typed: string
}

interface CallerProps {
  readonly call: Call
  readonly onScene: (scene: Scene) => void
  readonly onEnd: () => void
}

/** Who is calling, what is open for him, and what may be opened: one key each. */
export function Caller({ call, onScene, onEnd }: CallerProps) {
  const say = useSay()
  const { data: card, isLoading } = useCustomer(call.customerCode)
  const { data: listed } = useContacts(card && card.contacts === null ? card.code : null)
  const contacts = (card?.contacts ?? listed?.rows ?? []).filter((one) => one.active)
  const [contactId, setContact] = useState(call.contactId)
  const contact = contacts.find((one) => one.id === contactId)
  const [typed, setTyped] = useState<Partial<Record<'name' | 'phone' | 'company', string>>>(() => startOf(call))
  const [unitCode, setUnit] = useState(call.unitCode)
  const caller = {
    name: typed.name ?? contact?.name ?? '',
    phone: typed.phone ?? phoneOf(contact),
    company: typed.company ?? card?.name ?? '',
  }
  const field = (name: 'name' | 'phone' | 'company', label: string, most: number) => (
    <TextInput
      label={label}
      value={caller[name]}
      maxLength={most}
      autoComplete="off"
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  if (call.customerCode !== null && isLoading)
    return (
      <Section accent>
        <Skeleton height={160} />
      </Section>
    )
  return (
    <>
      <Section
        accent
        title={card ? <Name card={card} /> : say(words.unknown)}
        actions={card && <CardLink card={card} />}
      >
        <div ref={heading} tabIndex={-1} className={classes.caller}>
          {!card && <p className={classes.soft}>{say(words.unknownHelp)}</p>}
          {contacts.length > 0 && (
            <Chip.Group
              value={contactId ?? ''}
              onChange={(id) => {
                setContact(String(id))
                setTyped(({ name: _name, ...rest }) => (rest.phone === undefined || isPhone(call.typed) ? rest : {}))
              }}
            >
              <div className={classes.chips} role="radiogroup" aria-label={say(words.contacts)}>
                {contacts.slice(0, 8).map((one) => (
                  <Chip key={one.id} value={one.id} variant="outline">
                    {[one.name, one.title].filter(Boolean).join(' · ')}
                  </Chip>
                ))}
              </div>
            </Chip.Group>
          )}
          {card && card.units.length > 1 && (
            <Chip.Group value={unitCode ?? ''} onChange={(code) => setUnit(String(code))}>
              <div className={classes.chips} role="radiogroup" aria-label={say(words.units)}>
                {[...new Set([...card.units, ...(unitCode === null ? [] : [unitCode])])].map((code) => (
                  <Chip key={code} value={code} variant="outline">
                    {code}
                  </Chip>
                ))}
              </div>
            </Chip.Group>
          )}
          <div className={classes.fields}>
            {field('name', say(words.who), 60)}
            {field('phone', say(words.phone), 40)}
            {field('company', say(words.company), 120)}
          </div>
          <OpenKeys
            start={{
              customerCode: call.customerCode ?? undefined,
              unitCode: unitCode ?? undefined,
              contactId: contact?.id,
              ...(caller.name + caller.phone + caller.company === '' ? {} : { caller }),
            }}
            onScene={onScene}
            onEnd={onEnd}
          />
        </div>
      </Section>
      {card && <Cases card={card} />}
    </>
  )
}

function Name({ card }: { card: CustomerCard }) {
  const say = useSay()
  return (
    <>
      {card.vip && <IconStarFilled size={14} role="img" aria-label={say(words.vip)} className={classes.star} />}
      {card.name}{' '}
      <span className={classes.soft}>{[card.code, ...(card.units.length > 1 ? [] : card.units)].join(' · ')}</span>
      {card.csa && <span className={classes.soft}>{` · ${say(words.csa)} ${card.csa.name}`}</span>}
    </>
  )
}

function CardLink({ card }: { card: CustomerCard }) {
  const say = useSay()
  return <UiLink href={`/customers/${card.code}`}>{say(words.toCard)}</UiLink>
}

interface OpenKeysProps {
  readonly start: Parameters<ReturnType<typeof useOpenCase>>[1]
  readonly onScene: (scene: Scene) => void
  readonly onEnd: () => void
}

/** What this reader may open, each on its own key: 1, 2, 3 … */
function OpenKeys({ start, onScene, onEnd }: OpenKeysProps) {
  const say = useSay()
  const { data: me } = useMe()
  const processes = useEveryWord()
  const openCase = useOpenCase()
  const names = Object.keys(processes).filter((name) => me?.opens.includes(name))
  const open = (name: string) => {
    const scene = sceneOf(name)
    if (scene) onScene(scene)
    openCase(name, start)
  }
  useShortcuts([
    ...names.slice(0, 9).map((name, at) => ({
      keys: String(at + 1),
      label: say(words.openFor(say(processes[name]?.name ?? { zh: name, en: name }))),
      group: say(words.keysGroup),
      run: () => open(name),
    })),
    { keys: '0', label: say(words.another), group: say(words.keysGroup), run: onEnd },
  ])
  return (
    <div className={classes.keys} role="group" aria-label={say(words.openNew)}>
      {names.map((name, at) => (
        <Button
          key={name}
          variant={at < 2 ? 'filled' : 'default'}
          rightSection={at < 9 && <Kbd className={classes.key}>{at + 1}</Kbd>}
          onClick={() => open(name)}
        >
          {say(processes[name]?.name ?? { zh: name, en: name })}
        </Button>
      ))}
    </div>
  )
}

function Cases({ card }: { card: CustomerCard }) {
  const say = useSay()
  const processes = useEveryWord()
  const open = card.last.filter(({ closedAt }) => closedAt === null)
  const closed = card.last.filter(({ closedAt }) => closedAt !== null).slice(0, 3)
  return (
    <Section
      title={say(words.openCases)}
      note={card.open.reduce((sum, { count }) => sum + count, 0)}
      actions={card.open.map(({ process, count }) => (
        <UiLink key={process} href={`/${process}?customerId=${card.id}&open=yes`}>
          {say(words.allOf(say(processes[process]?.name ?? { zh: process, en: process }), count))}
        </UiLink>
      ))}
    >
      {open.length > 0 ? <CaseLines lines={open} /> : <p className={classes.soft}>{say(words.noOpen)}</p>}
      {closed.length > 0 && (
        <>
          <h3 className={classes.soft}>{say(words.lastCases)}</h3>
          <CaseLines lines={closed} />
        </>
      )}
    </Section>
  )
}

const isPhone = (text: string): boolean => phonePattern.test(text) && (text.match(/\d/g)?.length ?? 0) >= 7
/** A masked number is no number to call back. */
const phoneOf = (contact: ContactRow | undefined): string =>
  [contact?.phone, contact?.landline].find((one) => one !== undefined && one !== '' && !one.includes('*')) ?? ''

/** What was typed of somebody nobody knows is his number, or his name. */
function startOf({ customerCode, typed }: Call): Partial<Record<'name' | 'phone', string>> {
  if (isPhone(typed)) return { phone: typed }
  return customerCode === null ? { name: typed } : {}
}
