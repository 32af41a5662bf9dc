import '#ui/controls.css'
import { phonePattern } from '#lib/phone.ts'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { useOpening } from '#kernel/process/web/cases.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { useDraft } from '#ui/use-draft.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

interface Typed {
  readonly question: string
  readonly phone: string
}
const phoneFits = (phone: string) => phone === '' || phonePattern.test(phone)

interface ReportProps {
  readonly me: Me
  readonly call: ReactNode
  readonly onDone: (number: string) => void
}

/** A tenant asks: the question, and send. */
export function Report({ me, call, onDone }: ReportProps) {
  const say = useSay()
  const opening = useOpening('enquiry')
  const draft = useDraft<Typed>('portal.enquiry', { question: '', phone: '' })
  const [typed, setTyped] = useState(draft.values)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const question = typed.question.trim()
  const phone = typed.phone.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (question === '' || !phoneFits(phone) || opening.busy) return
    const view = await opening.send({
      header: { customerId: me.customer?.id ?? null, unitId: null, contactId: me.id },
      input: {
        ...{ channel: 'portal', question, enquirer: me.name },
        ...(phone === '' ? {} : { enquirerPhone: phone }),
      },
    })
    if (view === null) return
    draft.clear()
    onDone(view.number)
  }
  const shown = shownProblem(opening.problem)
  const errors = fieldFaults(opening.problem)
  return (
    <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
      <p className={classes.soft}>{say(own.help)}</p>
      {call}
      <Textarea
        label={say(own.question)}
        placeholder={say(own.questionHint)}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={1000}
        value={typed.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
        error={tried && question === '' ? say(own.writeQuestion) : errors['question']}
      />
      <TextInput
        label={say(own.phone)}
        type="tel"
        autoComplete="tel"
        maxLength={40}
        value={typed.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        error={tried && !phoneFits(phone) ? say(own.phoneFault) : errors['enquirerPhone']}
      />
      {shown && <ProblemAlert problem={shown} />}
      <Button type="submit" size="lg" loading={opening.busy}>
        {say(own.submit)}
      </Button>
    </form>
  )
}
