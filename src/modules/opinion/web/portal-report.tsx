import '#ui/controls.css'
import { phonePattern } from '#lib/phone.ts'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { useOpening } from '#kernel/process/web/cases.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { RadioChips } from '#ui/radio-chips.tsx'
import { useDraft } from '#ui/use-draft.ts'
import { words } from '../words.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

const kinds = ['suggestion', 'opinion', 'praise'] as const
interface Typed {
  readonly kind: (typeof kinds)[number]
  readonly content: string
  readonly phone: string
}
const phoneFits = (phone: string) => phone === '' || phonePattern.test(phone)

interface ReportProps {
  readonly me: Me
  readonly call: ReactNode
  readonly onDone: (number: string) => void
}

/** A tenant says what could be better, in his own name: kind, words, send. */
export function Report({ me, call, onDone }: ReportProps) {
  const say = useSay()
  const opening = useOpening('opinion')
  const draft = useDraft<Typed>('portal.opinion', { kind: 'suggestion', content: '', phone: '' })
  const [typed, setTyped] = useState(draft.values)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const content = typed.content.trim()
  const phone = typed.phone.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (content === '' || !phoneFits(phone) || opening.busy) return
    const view = await opening.send({
      header: { customerId: me.customer?.id ?? null, unitId: null, contactId: me.id },
      input: {
        ...{ source: 'portal', kind: typed.kind, content, reporterName: me.name },
        ...(phone === '' ? {} : { reporterPhone: phone }),
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
      <RadioChips
        legend={say(own.kind)}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={kinds.map((kind) => ({ value: kind, label: say(words.options[kind]) }))}
      />
      <Textarea
        label={say(own.content)}
        placeholder={say(own.contentHint)}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={2000}
        value={typed.content}
        onChange={(event) => set({ content: event.currentTarget.value })}
        error={tried && content === '' ? say(own.writeContent) : errors['content']}
      />
      <TextInput
        label={say(own.phone)}
        type="tel"
        autoComplete="tel"
        maxLength={40}
        value={typed.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        error={tried && !phoneFits(phone) ? say(own.phoneFault) : errors['reporterPhone']}
      />
      {shown && <ProblemAlert problem={shown} />}
      <Button type="submit" size="lg" loading={opening.busy}>
        {say(own.submit)}
      </Button>
    </form>
  )
}
