import { authorityWords, roleWords } from '#kernel/people/words.ts'
import type { CustomerCard } from '../view.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import classes from './premises.module.css'
import { words } from './words.ts'

/** Who may be called, and what each may decide. */
export function Contacts({ contacts, masked }: { contacts: CustomerCard['contacts']; masked: boolean }) {
  const say = useSay()
  if (contacts === null) return null
  return (
    <Section title={say(words.contacts)} note={contacts.length}>
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
