import { Button, Tooltip } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import { Countdown } from '#ui/countdown.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { KindChip } from '#ui/state-pill.tsx'
import type { Tone } from '#ui/tones.ts'
import type { QueueItem } from '../view.ts'
import { nameIn } from './name-in.ts'
import { caseHref } from './case-order.ts'
import { useProcessWords } from './catalogue.tsx'
import classes from './queue.module.css'
import { words } from './words.ts'

interface QueueRowProps {
  readonly item: QueueItem
  readonly fresh: boolean
  readonly onVerb: (action: string) => void
}

/** One thing to do: what, whose, how long, and the verb that does it. */
export function QueueRow({ item, fresh, onVerb }: QueueRowProps) {
  const say = useSay()
  const { language } = useLanguage()
  const own = useProcessWords(item.process)
  const state = say(own.states[item.state] ?? { zh: item.state, en: item.state })
  const place = [
    item.number,
    item.customer ? nameIn(item.customer, language) : say(words.commonArea),
    item.unit?.code ?? item.place,
    state,
  ]
  const waits =
    item.dueAt === null ? null : (
      <Countdown
        due={item.dueAt}
        since={item.enteredAt}
        pausedAt={item.paused ? item.enteredAt : null}
        label={item.title}
      />
    )
  return (
    <li className={classes.row} data-fresh={fresh}>
      <KindChip tone={toneOf(item.priority)}>{say(own.name)}</KindChip>
      <UiLink href={caseHref(item.process, item.number)} className={classes.what}>
        <span className={classes.title}>
          {item.customer?.vip && (
            <IconStarFilled size={12} className={classes.star} role="img" aria-label={say(words.vip)} />
          )}
          {item.escalated && <span className={classes.escalated}>{say(words.escalated)}</span>}
          {item.title}
        </span>
        <span className={classes.where}>{place.filter(Boolean).join(' · ')}</span>
      </UiLink>
      <span className={classes.clock}>{waits}</span>
      <Verb item={item} onVerb={onVerb} />
    </li>
  )
}

function Verb({ item, onVerb }: { item: QueueItem; onVerb: (action: string) => void }) {
  const say = useSay()
  const own = useProcessWords(item.process)
  const { next } = item
  if (next === null)
    return (
      <Button component={UiLink} href={caseHref(item.process, item.number)} variant="default" className={classes.verb}>
        {say(words.look)}
      </Button>
    )
  const label = say(own.actions[next.action] ?? { zh: next.action, en: next.action })
  if (next.missing.length === 0)
    return (
      <Button
        className={classes.verb}
        variant={item.dueAt !== null && !item.paused ? 'filled' : 'default'}
        onClick={() => onVerb(next.action)}
      >
        {label}
      </Button>
    )
  const reasons = next.missing.map((need) => say(own.needs[need] ?? { zh: need, en: need })).join(' ')
  return (
    <Tooltip multiline w={260} label={`${say(words.notNow)} ${reasons}`}>
      <Button
        component={UiLink}
        href={caseHref(item.process, item.number)}
        variant="default"
        className={classes.verb}
        data-blocked="true"
        aria-description={`${say(words.notNow)} ${reasons}`}
      >
        {say(words.look)}
      </Button>
    </Tooltip>
  )
}

const toneOf = (priority: number | null): Tone =>
  priority === 1 ? 'danger' : priority === 2 ? 'warn' : priority === 3 ? 'info' : 'neutral'
