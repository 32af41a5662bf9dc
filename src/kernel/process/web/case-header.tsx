import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useMe } from '#kernel/people/web/me.ts'
import { Countdown } from '#ui/countdown.tsx'
import { useShortcuts } from '#ui/keyboard.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink, useNavigation } from '#ui/navigation.tsx'
import { PriorityMark } from '#ui/priority-mark.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { list } from '../define.ts'
import type { CaseView } from '../view.ts'
import { ActionDialog } from './action-dialog.tsx'
import classes from './case.module.css'
import { caseHref, neighboursOf } from './case-order.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import { CorrectDialog } from './correct.tsx'
import { NoteDialog } from './note.tsx'
import { nameIn } from './name-in.ts'
import { StepStrip } from './step-strip.tsx'
import { useTone } from './tone.ts'
import { useChoose } from './use-choose.ts'
import { words } from './words.ts'

/** Number, state, clock, who and where, what can be done next, and how far the case has come. */
export function CaseHeader({ view }: { view: CaseView }) {
  const say = useSay()
  const { data: me } = useMe()
  const own = useProcessWords(view.process)
  const process = useProcess(view.process)
  const tone = useTone(view.process)
  const choosing = useChoose()
  const [extra, setExtra] = useState<'note' | 'correct' | null>(null)
  const clock = view.clocks.find((one) => one.dueAt === view.dueAt && one.metAt === null)
  const onward = (action: string) => {
    const next = process?.states[view.state]?.next
    return next !== undefined && list(process?.actions[action]?.to).includes(next)
  }
  const final = process?.states[view.state]?.final === true
  const ownActions = [
    ...(me?.kind === 'staff' ? [{ label: say(words.addNote), run: () => setExtra('note') }] : []),
    ...(view.correctable.length > 0 ? [{ label: say(words.correctTitle), run: () => setExtra('correct') }] : []),
  ]
  const bar = (wide: boolean) => (
    <ChoiceBar
      choices={view.choices}
      words={own}
      onward={onward}
      wide={wide}
      extra={ownActions}
      onChoose={(action) => choosing.choose(view, action)}
    />
  )
  return (
    <>
      <div className={classes.headCard}>
        <div className={classes.headTop}>
          <div className={classes.stack} style={{ gap: '0.5rem' }}>
            <div className={classes.buttons}>
              <StatePill tone={tone(view.state)}>
                {say(own.states[view.state] ?? { zh: view.state, en: view.state })}
              </StatePill>
              {view.priority !== null && <PriorityMark level={view.priority as 1 | 2 | 3 | 4} />}
              {view.category !== '' && (
                <span>{say(own.options[view.category] ?? { zh: view.category, en: view.category })}</span>
              )}
              {view.dueAt !== null && !final && (
                <Countdown
                  due={view.dueAt}
                  since={clock?.startedAt}
                  pausedAt={view.paused ? (clock?.pausedAt ?? view.enteredAt) : null}
                  label={view.number}
                />
              )}
            </div>
            <Facts view={view} />
          </div>
          <div className={classes.headChoices} data-print="no">
            {bar(false)}
            {view.choices.length === 0 && (
              <p className={classes.soft}>{say(final ? words.finished : words.nothingForYou)}</p>
            )}
          </div>
        </div>
        <StepStrip view={view} />
      </div>
      {view.choices.length + ownActions.length > 0 && (
        <div className={classes.foot} data-print="no">
          {bar(true)}
        </div>
      )}
      <ActionDialog asking={choosing.asking} onClose={choosing.close} />
      <NoteDialog view={view} opened={extra === 'note'} onClose={() => setExtra(null)} />
      <CorrectDialog view={view} opened={extra === 'correct'} onClose={() => setExtra(null)} />
    </>
  )
}

function Facts({ view }: { view: CaseView }) {
  const say = useSay()
  const { language } = useLanguage()
  const { data: me } = useMe()
  const inside = me?.kind === 'staff'
  return (
    <div className={classes.facts}>
      {view.customer ? (
        inside ? (
          <UiLink href={`/customers/${view.customer.code}`}>{nameIn(view.customer, language)}</UiLink>
        ) : (
          <strong>{nameIn(view.customer, language)}</strong>
        )
      ) : (
        <strong>{say(words.commonArea)}</strong>
      )}
      {view.customer?.vip && <span>★ {say(words.vip)}</span>}
      {view.unit &&
        (inside ? (
          <UiLink href={`/stacking?unit=${view.unit.code}`}>{view.unit.code}</UiLink>
        ) : (
          <strong>{view.unit.code}</strong>
        ))}
      {view.contact && (
        <span>
          {view.contact.name} {view.contact.title} <a href={`tel:${view.contact.phone}`}>{view.contact.phone}</a>
        </span>
      )}
      <span>
        {say(words.assignee)} <strong>{view.assignee?.name ?? say(words.ownerless)}</strong>
      </span>
      <Neighbours href={caseHref(view.process, view.number)} />
    </div>
  )
}

/** j and k walk through the list one came from. */
function Neighbours({ href }: { href: string }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const around = neighboursOf(href)
  const go = (to: string | null | undefined) => {
    if (to) navigate(to)
  }
  useShortcuts(
    around
      ? [
          { keys: 'j', label: say(words.nextCase), run: () => go(around.next) },
          { keys: 'k', label: say(words.previousCase), run: () => go(around.previous) },
        ]
      : [],
  )
  if (!around || around.of < 2) return null
  return (
    <span className={classes.neighbours} data-print="no">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={say(words.previousCase)}
        disabled={around.previous === null}
        onClick={() => go(around.previous)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      {say(words.inList(around.at, around.of))}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={say(words.nextCase)}
        disabled={around.next === null}
        onClick={() => go(around.next)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </span>
  )
}
