import { authorityWords, roleWords } from '#kernel/people/words.ts'
import { IconPlus } from '@tabler/icons-react'
import type { CustomerCard } from '../view.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import { ContactAccount } from './contact-account.tsx'
import { ContactEdit } from './contact-edit.tsx'
import { DialogButton } from './dialog-button.tsx'
import classes from './premises.module.css'
import { words } from './words.ts'

/** Who may be called, and what each may decide. */
export function Contacts({ card }: { card: CustomerCard }) {
  const say = useSay()
  const { contacts, contactsMasked: masked, may } = card
  if (contacts === null) return null
  return (
    <Section
      title={say(words.contacts)}
      note={contacts.length}
      actions={
        may.contacts && (
          <DialogButton
            label={say(words.addContact)}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {(close) => <ContactEdit customerCode={card.code} onClose={close} />}
          </DialogButton>
        )
      }
    >
      {masked && <p className={classes.soft}>{say(words.masked)}</p>}
      {contacts.length === 0 ? (
        <Empty title={say(words.noContacts)} />
      ) : (
        <ul className={classes.lines}>
          {contacts.map((contact) => (
            <li key={contact.id} className={classes.line} data-left={!contact.active}>
              <span className={classes.caseLink}>
                <strong>
                  {contact.name} {contact.nameEn}
                </strong>
                <span className={classes.soft}>
                  {[
                    contact.title,
                    ...contact.authorities.map((one) => say(authorityWords[one])),
                    contact.active ? '' : say(words.left),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {contact.account && (
                  <span className={classes.soft}>
                    {say(words.account)}: {contact.account.map((role) => say(roleWords[role])).join('、')}
                  </span>
                )}
                {may.contacts && (
                  <span className={classes.deeds}>
                    {contact.active && (
                      <DialogButton
                        label={say(words.edit)}
                        title={say(words.editContact(contact.name))}
                        variant="subtle"
                        size="compact-xs"
                      >
                        {(close) => <ContactEdit customerCode={card.code} contact={contact} onClose={close} />}
                      </DialogButton>
                    )}
                    <DialogButton
                      label={say(words.account)}
                      title={say(words.accountOf(contact.name))}
                      variant="subtle"
                      size="compact-xs"
                    >
                      {(close) => <ContactAccount contact={contact} onClose={close} />}
                    </DialogButton>
                  </span>
                )}
              </span>
              <span className={classes.reach}>
                {[contact.phone, contact.landline].filter(Boolean).map((number) =>
                  masked ? (
                    <span key={number}>{number}</span>
                  ) : (
                    <a key={number} href={`tel:${number}`}>
                      {number}
                    </a>
                  ),
                )}
                {contact.email !== '' && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
