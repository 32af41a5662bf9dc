import '#ui/controls.css'
import type { CaseView } from '#kernel/process/view.ts'
import { formatDateTime } from '#lib/show-time.ts'
import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import type { EnquirySlip } from '../slip.ts'
import { words } from '../words.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

/** What was asked, and the answer. */
export function CaseBody({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { language } = useLanguage()
  const slip: Partial<EnquirySlip> = view.slip
  const facts: (Field | false)[] = [
    { label: say(words.fields.question), value: slip.question, wide: true },
    slip.furtherQuestion != null && {
      label: say(words.fields.furtherQuestion),
      value: slip.furtherQuestion,
      wide: true,
    },
    { label: say(words.fields.enquirer), value: [slip.enquirer, slip.enquirerPhone].filter(Boolean).join(' ') },
    slip.department != null && { label: say(words.fields.department), value: say(words.options[slip.department]) },
    slip.answer == null &&
      slip.replyBy != null && { label: say(own.replyBy), value: formatDateTime(slip.replyBy, language) },
  ]
  return (
    <>
      {slip.answer != null && (
        <Section title={say(own.answer)} accent>
          <p className={classes.text}>{slip.answer}</p>
        </Section>
      )}
      <Section title={say(own.question)}>
        <FieldGrid columns={1} fields={facts.filter((field) => field !== false)} />
      </Section>
    </>
  )
}
