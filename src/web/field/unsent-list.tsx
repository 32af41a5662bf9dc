import { Button } from '@mantine/core'
import { useState } from 'react'
import { ApiProblem } from '#kernel/http/web/api.ts'
import type { OutboxItem } from '#kernel/http/web/outbox.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useConfirm } from '#ui/confirm.tsx'
import { formatDateTime } from '#lib/show-time.ts'
import { isUuid } from '#lib/uuid.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { outbox, type Step, tryAgain } from './carry.ts'
import classes from './field.module.css'
import { jobHref } from './job-card.tsx'
import { words } from './words.ts'

/** Steps that are on this phone only: what they say, why one was refused, and what to do about it. */
export function UnsentList({ items, links = false }: { items: readonly OutboxItem<Step>[]; links?: boolean }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <Unsent key={item.key} item={item} link={links} />
      ))}
    </ul>
  )
}

function Unsent({ item, link }: { item: OutboxItem<Step>; link: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const confirm = useConfirm()
  const own = useProcessWords(item.work.process)
  const [busy, setBusy] = useState(false)
  const { action, number, input, files } = item.work
  const name = say(own.actions[action] ?? { zh: action, en: action })
  const problem = item.refusal === null ? null : shownProblem(new ApiProblem(item.refusal))
  const run = async (work: Promise<void>) => {
    setBusy(true)
    await work
    setBusy(false)
  }
  const discard = async () => {
    const yes = await confirm({
      title: say(words.discardTitle),
      body: say(words.discardBody(name)),
      confirmLabel: say(words.discard),
      danger: true,
    })
    if (yes) await outbox.drop(item.key)
  }
  const typed = Object.values(input ?? {}).flatMap((value) => {
    if (typeof value !== 'string' || value === '' || isUuid(value)) return []
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return [formatDateTime(value, language)]
    const option = own.options[value]
    return [option ? say(option) : value]
  })
  return (
    <li className={classes.unsent} data-refused={item.refusal !== null}>
      <div className={classes.bottom}>
        <strong>{name}</strong>
        <StatePill tone={item.refusal === null ? 'warn' : 'danger'}>
          {say(item.refusal === null ? words.waits : words.refused)}
        </StatePill>
      </div>
      <p className={classes.soft}>
        {number} · {say(words.waitingSince)} <Time at={new Date(item.at).toISOString()} />
        {files.length > 0 && ` · ${say(words.photosCount(files.length))}`}
      </p>
      {typed.length > 0 && (
        <p className={classes.typed}>
          {typed.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
      )}
      {problem && <ProblemAlert problem={problem} />}
      <div className={classes.buttons}>
        {link && (
          <Button component={UiLink} href={jobHref(item.work)} variant="default" style={{ flex: 1 }}>
            {say(words.toJob)}
          </Button>
        )}
        {item.refusal !== null && (
          <Button variant="default" onClick={() => void discard()} style={{ flex: 1 }}>
            {say(words.discard)}
          </Button>
        )}
        <Button loading={busy} onClick={() => void run(tryAgain(item))} style={{ flex: 1 }}>
          {say(item.refusal === null ? words.sendNow : words.tryAgain)}
        </Button>
      </div>
    </li>
  )
}
