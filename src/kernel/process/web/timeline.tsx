import { SegmentedControl } from '@mantine/core'
import { IconArrowRight, IconClockExclamation, IconMessage, IconPencil, IconPointFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useMe } from '#kernel/people/web/me.ts'
import { roleWords } from '#kernel/people/words.ts'
import type { Both } from '#lib/language.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import type { CaseView, TimelineEntry } from '../view.ts'
import { useProcessWords } from './catalogue.tsx'
import { useShowValue } from './show-value.tsx'
import classes from './timeline.module.css'
import { words } from './words.ts'

type Shown = 'all' | 'moves' | 'notes'

/** What happened, newest first: who, in which post, what it changed. */
export function Timeline({ view }: { view: CaseView }) {
  const say = useSay()
  const [shown, setShown] = useState<Shown>('all')
  const entries = view.timeline.filter(filters[shown]).toSorted((one, other) => other.seq - one.seq)
  return (
    <div className={classes.root}>
      <SegmentedControl
        className={classes.filter}
        aria-label={say(words.timeline)}
        value={shown}
        onChange={setShown}
        data={[
          { value: 'all', label: say(words.everything) },
          { value: 'moves', label: say(words.movesOnly) },
          { value: 'notes', label: say(words.notesOnly) },
        ]}
      />
      {entries.length === 0 ? (
        <Empty title={say(words.noEntries)} />
      ) : (
        <ol className={classes.list}>
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} view={view} />
          ))}
        </ol>
      )}
    </div>
  )
}

const filters: Readonly<Record<Shown, (entry: TimelineEntry) => boolean>> = {
  all: () => true,
  moves: (entry) => entry.from !== entry.to,
  notes: (entry) => entry.action === 'note',
}

function Entry({ entry, view }: { entry: TimelineEntry; view: CaseView }) {
  const say = useSay()
  const { data: me } = useMe()
  const own = useProcessWords(view.process)
  const show = useShowValue(view)
  const state = (name: string) => say(own.states[name] ?? { zh: name, en: name })
  const moved = entry.from !== entry.to && entry.from !== ''
  const said = ['text', 'reason', 'note', 'instruction', 'opinion'].flatMap((name) => {
    const value = entry.input?.[name]
    if (typeof value !== 'string' || value === '') return []
    const word = own.options[value]
    return [word ? say(word) : value]
  })
  const changes = Object.entries(entry.changes ?? {}).filter(
    ([, [before, after]]) => show('', before) !== null || show('', after) !== null,
  )
  return (
    <li className={classes.entry} data-kind={kindOf(entry)}>
      <span className={classes.sign} aria-hidden>
        <Sign kind={kindOf(entry)} />
      </span>
      <div className={classes.body}>
        <p className={classes.head}>
          <strong>{say(nameOf(entry.action, own.actions))}</strong>
          {moved && (
            <span className={classes.move}>
              {state(entry.from)} <IconArrowRight size={13} role="img" aria-label="→" /> {state(entry.to)}
            </span>
          )}
          {!entry.shownToCustomer && me?.kind === 'staff' && <span className={classes.tag}>{say(words.internal)}</span>}
        </p>
        {said.length > 0 && <p className={classes.said}>{said.join('\n')}</p>}
        {typeof entry.input?.despite === 'string' && (
          <p className={classes.said}>{say(words.sentDespite(entry.input.despite))}</p>
        )}
        {changes.length > 0 && (
          <details className={classes.changes}>
            <summary>
              {changes
                .map(([name]) => say(own.fields[name] ?? { zh: name, en: name }))
                .slice(0, 4)
                .join(say(common.comma))}
              {changes.length > 4 ? ' …' : ''}
            </summary>
            <dl>
              {changes.map(([name, [before, after]]) => (
                <div key={name}>
                  <dt>{say(own.fields[name] ?? { zh: name, en: name })}</dt>
                  <dd>
                    {show(name, before) !== null && (
                      <>
                        <s>{show(name, before)}</s> →{' '}
                      </>
                    )}
                    {show(name, after) ?? say(words.blank)}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        <p className={classes.who}>
          <Time at={entry.at} full /> ·{' '}
          {entry.actorKind === 'clock'
            ? say(words.byClock)
            : entry.actorKind === 'guest'
              ? say(words.byGuest)
              : entry.actorName}
          {entry.actorKind !== 'clock' &&
            entry.actorKind !== 'guest' &&
            ` · ${say(roleWords[entry.role] ?? { zh: entry.role, en: entry.role })}`}
        </p>
      </div>
    </li>
  )
}

type Kind = 'move' | 'note' | 'clock' | 'correct' | 'write'
const kindOf = (entry: TimelineEntry): Kind =>
  entry.actorKind === 'clock'
    ? 'clock'
    : entry.action === 'note'
      ? 'note'
      : entry.action === 'correct'
        ? 'correct'
        : entry.from === entry.to
          ? 'write'
          : 'move'

function Sign({ kind }: { kind: Kind }) {
  const Icon = {
    move: IconArrowRight,
    note: IconMessage,
    clock: IconClockExclamation,
    correct: IconPencil,
    write: IconPointFilled,
  }[kind]
  return <Icon size={14} stroke={2} />
}

const kernelActions: Readonly<Record<string, Both>> = {
  note: words.note,
  attach: words.attach,
  correct: words.correct,
  hand: words.hand,
  joined: words.joined,
  open: words.open,
  escalate: words.escalate,
  escalated: words.escalated,
  acceptEscalation: words.accepted,
  print: words.print,
}
const nameOf = (action: string, own: Readonly<Record<string, Both>>): Both =>
  own[action] ?? kernelActions[action] ?? { zh: action, en: action }
