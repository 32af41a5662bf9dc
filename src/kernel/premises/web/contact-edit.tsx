import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ContactRow } from '#kernel/people/view.ts'
import { authorityWords } from '#kernel/people/words.ts'
import { useSay } from '#ui/language.tsx'
import { premisesWords } from '../words.ts'
import classes from './premises.module.css'
import { SaveForm } from './save-form.tsx'
import { words } from './words.ts'

interface ContactEditProps {
  readonly customerCode: string
  /** without one a contact is entered */
  readonly contact?: ContactRow
  readonly onClose: () => void
}

const lines = ['contactName', 'personNameEn', 'title', 'mobile', 'landline', 'email'] as const
const fieldOf = {
  contactName: 'name',
  mobile: 'phone',
  personNameEn: 'nameEn',
  title: 'title',
  landline: 'landline',
  email: 'email',
} as const

/** Somebody of a customer: how to reach him, and what he may decide. */
export function ContactEdit({ customerCode, contact, onClose }: ContactEditProps) {
  const say = useSay()
  const [typed, setTyped] = useState({
    name: contact?.name ?? '',
    nameEn: contact?.nameEn ?? '',
    title: contact?.title ?? '',
    phone: contact?.phone ?? '',
    landline: contact?.landline ?? '',
    email: contact?.email ?? '',
  })
  const [language, setLanguage] = useState<string>(contact?.language ?? 'zh')
  const [authorities, setAuthorities] = useState<string[]>([...(contact?.authorities ?? [])])
  return (
    <SaveForm
      method={contact ? 'PUT' : 'POST'}
      path={contact ? `/api/contacts/${contact.id}` : `/api/customers/${customerCode}/contacts`}
      body={() => ({ ...typed, email: typed.email.trim(), language, authorities })}
      onSaved={onClose}
      onCancel={onClose}
    >
      {(faults) => (
        <>
          <div className={classes.pair}>
            {lines.map((line) => (
              <TextInput
                key={line}
                label={say(words[line])}
                withAsterisk={line === 'contactName'}
                maxLength={line === 'email' ? 200 : 60}
                type={line === 'email' ? 'email' : line === 'mobile' || line === 'landline' ? 'tel' : 'text'}
                value={typed[fieldOf[line]]}
                onChange={(event) => setTyped({ ...typed, [fieldOf[line]]: event.currentTarget.value })}
                error={faults[fieldOf[line]]}
              />
            ))}
            <Select
              label={say(words.language)}
              data={(['zh', 'en'] as const).map((value) => ({ value, label: say(premisesWords.languages[value]) }))}
              value={language}
              onChange={(next) => setLanguage(next ?? language)}
              allowDeselect={false}
            />
          </div>
          <Checkbox.Group
            label={say(words.authorities)}
            description={say(words.authoritiesHelp)}
            value={authorities}
            onChange={setAuthorities}
            error={faults.authorities}
          >
            <div className={classes.ticks}>
              {Object.entries(authorityWords).map(([value, both]) => (
                <Checkbox key={value} value={value} label={say(both)} />
              ))}
            </div>
          </Checkbox.Group>
        </>
      )}
    </SaveForm>
  )
}
