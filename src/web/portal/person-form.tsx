import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { ContactRow } from '#kernel/people/view.ts'
import { authorityWords } from '#kernel/people/words.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { peopleWords as own } from './people-words.ts'
import classes from './portal.module.css'

type Authority = ContactRow['authorities'][number]
type Values = Pick<
  ContactRow,
  'name' | 'nameEn' | 'title' | 'phone' | 'landline' | 'email' | 'language' | 'authorities'
>

const blank: Values = {
  name: '',
  nameEn: '',
  title: '',
  phone: '',
  landline: '',
  email: '',
  language: 'zh',
  authorities: [],
}
const lines = [
  { field: 'name', says: own.name, type: 'text' },
  { field: 'nameEn', says: own.nameEn, type: 'text' },
  { field: 'title', says: own.post, type: 'text' },
  { field: 'phone', says: own.mobile, type: 'tel' },
  { field: 'landline', says: own.landline, type: 'tel' },
  { field: 'email', says: own.email, type: 'email' },
] as const

interface PersonFormProps {
  readonly customerCode: string
  /** null: a new one */
  readonly row: ContactRow | null
  readonly onDone: () => void
}

/** A person of the company: how to reach him, and what he may do for it. */
export function PersonForm({ customerCode, row, onDone }: PersonFormProps) {
  const say = useSay()
  const { done } = useNotices()
  const [values, setValues] = useState<Values>(() => (row ? pick(row) : blank))
  const { send, busy, problem } = useSend(
    (body: Values, key) =>
      row === null
        ? ask(`/api/customers/${customerCode}/contacts`, { method: 'POST', key, body })
        : ask(`/api/contacts/${row.id}`, { method: 'PUT', key, body }),
    () => {
      done(say(own.saved))
      onDone()
    },
  )
  const faults = fieldFaults(problem)
  const shown = shownProblem(problem)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(values)
  }
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      {shown && <ProblemAlert problem={shown} />}
      {lines.map(({ field, says, type }) => (
        <TextInput
          key={field}
          type={type}
          label={say(says)}
          withAsterisk={field === 'name'}
          value={values[field]}
          onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
          error={faults[field]}
        />
      ))}
      <SegmentedControl
        aria-label={say(own.language)}
        value={values.language}
        onChange={(value) => setValues({ ...values, language: value === 'en' ? 'en' : 'zh' })}
        data={[
          { value: 'zh', label: say(own.chinese) },
          { value: 'en', label: say(own.english) },
        ]}
      />
      <Checkbox.Group
        label={say(own.authorities)}
        value={values.authorities}
        onChange={(chosen) => setValues({ ...values, authorities: chosen.filter(isAuthority) })}
        error={faults.authorities}
      >
        {Object.entries(authorityWords).map(([authority, says]) => (
          <Checkbox key={authority} mt="sm" value={authority} label={say(says)} />
        ))}
      </Checkbox.Group>
      <Button type="submit" size="lg" loading={busy}>
        {say(own.save)}
      </Button>
    </form>
  )
}

const isAuthority = (value: string): value is Authority => Object.hasOwn(authorityWords, value)
const pick = ({ name, nameEn, title, phone, landline, email, language, authorities }: ContactRow): Values => ({
  name,
  nameEn,
  title,
  phone,
  landline,
  email,
  language,
  authorities,
})
