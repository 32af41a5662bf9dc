import '#ui/controls.css'
import { Button, Chip, Input } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import type { ContactRow } from '#kernel/people/view.ts'
import { CustomerBox } from '#kernel/premises/web/customer-box.tsx'
import { useCustomer, useUnit } from '#kernel/premises/web/premises.ts'
import type { CustomerCard } from '#kernel/premises/view.ts'
import type { Both } from '#lib/language.ts'
import { useSay } from '#ui/language.tsx'
import type { OpeningHeader } from '../view.ts'
import type { Caller, OpeningStart } from './catalogue.tsx'
import { useContacts } from './contact-picker.tsx'
import form from './form.module.css'
import classes from './opening.module.css'
import { words } from './opening-words.ts'
import { words as general } from './words.ts'

/** Who reports, for which unit: what every new case starts from. */
export interface Reporting {
  readonly customer: CustomerCard | null
  readonly common: boolean
  readonly unitCode: string
  readonly contact: ContactRow | null
  /** who is on the telephone, as the call screen has it; blank once somebody else was chosen here */
  readonly caller: Caller
  readonly header: OpeningHeader
  /** false while customer or unit are still being fetched */
  readonly ready: boolean
  readonly pick: (start: OpeningStart) => void
  readonly setCommon: (common: boolean) => void
  readonly setUnit: (code: string) => void
  readonly setContact: (id: string) => void
}

export function useReporting(start: OpeningStart): Reporting {
  const [code, setCode] = useState(start.customerCode ?? null)
  const [unitCode, setUnit] = useState(start.unitCode ?? '')
  const [contactId, setContact] = useState(start.contactId ?? (start.caller?.name ? OTHER : ''))
  const [caller, setCaller] = useState(start.caller ?? NOBODY)
  const [common, setCommon] = useState(false)
  const { data: customer = null, isLoading } = useCustomer(common ? null : code)
  const contacts = useContactList(customer)
  const unit = useUnit(common || unitCode === '' ? null : unitCode)
  const contact = contacts.find((one) => one.id === contactId) ?? null

  // A unit names its tenant; a customer with one unit needs no choice; the first person to call is proposed.
  useEffect(() => {
    if (code === null && unit.data?.tenant) setCode(unit.data.tenant.code)
  }, [code, unit.data])
  useEffect(() => {
    if (customer && unitCode === '' && customer.units[0] !== undefined) setUnit(customer.units[0])
  }, [customer, unitCode])
  useEffect(() => {
    if (contactId === '' && contacts[0]) setContact(contacts[0].id)
  }, [contactId, contacts])

  return {
    customer: common ? null : customer,
    common,
    unitCode,
    contact: common ? null : contact,
    caller,
    header: {
      customerId: common ? null : (customer?.id ?? null),
      unitId: common ? null : (unit.data?.id ?? null),
      contactId: common || contactId === OTHER ? null : (contact?.id ?? null),
    },
    ready: !isLoading && !unit.isLoading,
    pick: (next) => {
      setCommon(false)
      setCaller(NOBODY)
      setCode(next.customerCode ?? null)
      setUnit(next.unitCode ?? '')
      setContact(next.contactId ?? '')
    },
    setCommon,
    setUnit,
    setContact: (id) => {
      setCaller(NOBODY)
      setContact(id)
    },
  }
}

/** Name and number of who speaks: as typed, or as the call screen or the chosen contact has them. */
export const reporterOf = (
  { contact, caller }: Pick<Reporting, 'contact' | 'caller'>,
  typed: Omit<Caller, 'company'>,
) => ({
  name: typed.name || caller.name || (contact?.name ?? ''),
  phone: typed.phone || caller.phone || numberOf(contact),
})

/** '' when it is shown to this reader in part only. */
const numberOf = (contact: ContactRow | null): string =>
  [contact?.phone, contact?.landline].find((number) => number && !number.includes('*')) ?? ''

const OTHER = 'other'
const NOBODY: Caller = { name: '', phone: '', company: '' }
const NO_CONTACTS: readonly ContactRow[] = []

/** Those who usually call come first. */
function useContactList(customer: CustomerCard | null): readonly ContactRow[] {
  const { data } = useContacts(customer !== null && customer.contacts === null ? customer.code : null)
  const [sorted, setSorted] = useState<readonly ContactRow[]>(NO_CONTACTS)
  const all = customer?.contacts ?? data?.rows
  useEffect(() => {
    const rank = (one: ContactRow) =>
      one.authorities.includes('administration') ? 0 : one.authorities.includes('authorised') ? 1 : 2
    setSorted((all ?? NO_CONTACTS).filter((one) => one.active).toSorted((one, other) => rank(one) - rank(other)))
  }, [all])
  return sorted
}

interface WhoProps {
  readonly reporting: Reporting
  readonly customerFree: boolean
  readonly error: string | undefined
  /** what it is called when there is no customer; the common area unless told */
  readonly without?: Both
}

/** The customer, the unit and the contact, each one click when it is not already known. */
export function Who({ reporting, customerFree, error, without = words.common }: WhoProps) {
  const say = useSay()
  const id = useId()
  const { customer, common } = reporting
  const contacts = useContactList(customer)
  if (common)
    return (
      <div className={classes.known}>
        <strong>{say(without)}</strong>
        <Button variant="subtle" onClick={() => reporting.setCommon(false)}>
          {say(words.backToCustomer)}
        </Button>
      </div>
    )
  if (customer === null)
    return (
      <div className={classes.find}>
        <CustomerBox
          label={say(general.customer)}
          autoFocus
          error={error}
          onFound={(found) =>
            reporting.pick({
              customerCode: found.customerCode ?? undefined,
              unitCode: found.unitCode ?? undefined,
              contactId: found.contactId ?? undefined,
            })
          }
        />
        {customerFree && (
          <Button variant="subtle" onClick={() => reporting.setCommon(true)}>
            {say(without)}
          </Button>
        )}
      </div>
    )
  const open = customer.open.reduce((sum, one) => sum + one.count, 0)
  return (
    <>
      <div className={classes.known}>
        <span>
          {customer.vip && (
            <IconStarFilled size={13} role="img" aria-label={say(general.vip)} className={classes.star} />
          )}
          <strong>{customer.shortName}</strong> <span className={form.soft}>{customer.code}</span>
        </span>
        {open > 0 && <span className={form.soft}>{say(words.openNow(open))}</span>}
        {customer.gaps.length > 0 && <span className={classes.warn}>{say(words.missingContacts)}</span>}
        <Button variant="subtle" onClick={() => reporting.pick({})}>
          {say(words.change)}
        </Button>
      </div>
      {customer.units.length > 0 && (
        <Input.Wrapper id={`${id}-unit`} label={say(general.unit)} labelElement="div">
          <Chip.Group value={reporting.unitCode} onChange={(code) => reporting.setUnit(String(code))}>
            <div className={form.chips} role="radiogroup" aria-labelledby={`${id}-unit-label`}>
              {[...new Set([...customer.units, reporting.unitCode])].filter(Boolean).map((code) => (
                <Chip key={code} value={code} variant="outline">
                  {code}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </Input.Wrapper>
      )}
      {contacts.length > 0 && (
        <Input.Wrapper id={`${id}-contact`} label={say(general.contact)} labelElement="div">
          <Chip.Group
            value={reporting.contact?.id ?? OTHER}
            onChange={(chosen) => reporting.setContact(String(chosen))}
          >
            <div className={form.chips} role="radiogroup" aria-labelledby={`${id}-contact-label`}>
              {contacts.slice(0, 6).map((one) => (
                <Chip key={one.id} value={one.id} variant="outline">
                  {one.name}
                  {one.title === '' ? '' : ` · ${one.title}`}
                </Chip>
              ))}
              <Chip value={OTHER} variant="outline">
                {say(words.somebodyElse)}
              </Chip>
            </div>
          </Chip.Group>
        </Input.Wrapper>
      )}
    </>
  )
}
