import { useMe } from '#kernel/people/web/me.ts'
import { Countdown } from '#ui/countdown.tsx'
import { FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import type { CaseView, ClockView } from '../view.ts'
import classes from './case.module.css'
import { nameIn } from './name-in.ts'
import { useProcessWords } from './catalogue.tsx'
import { words } from './words.ts'

/** Everybody who has to do with the case, and every promise made on it. */
export function CasePeople({ view }: { view: CaseView }) {
  const say = useSay()
  const { language } = useLanguage()
  const { data: me } = useMe()
  const own = useProcessWords(view.process)
  const inside = me?.kind === 'staff'
  return (
    <div className={classes.stack}>
      <FieldGrid
        fields={[
          {
            label: say(words.customer),
            value:
              view.customer &&
              (inside ? (
                <UiLink href={`/customers/${view.customer.code}`}>{nameIn(view.customer, language)}</UiLink>
              ) : (
                nameIn(view.customer, language)
              )),
          },
          { label: say(words.unit), value: view.unit?.code },
          {
            label: say(words.contact),
            value: view.contact && [view.contact.name, view.contact.title].filter(Boolean).join(' '),
          },
          {
            label: say(words.phone),
            value: view.contact && <a href={`tel:${view.contact.phone}`}>{view.contact.phone}</a>,
          },
          { label: say(words.openedBy), value: view.openedBy },
          { label: say(words.openedAt), value: <Time at={view.openedAt} full /> },
          { label: say(words.owner), value: view.owner?.name },
          { label: say(words.assignee), value: view.assignee?.name },
          { label: say(words.crew), value: view.crew.map((one) => one.name).join('、') },
          { label: say(words.enteredAt), value: <Time at={view.enteredAt} full /> },
          { label: say(words.closedAt), value: view.closedAt && <Time at={view.closedAt} full /> },
        ]}
      />
      {view.clocks.length > 0 && (
        <section className={classes.stack} style={{ gap: '0.5rem' }}>
          <h3 className={classes.subtitle}>{say(words.clocks)}</h3>
          {view.clocks.map((clock, at) => (
            <div key={at} className={classes.row}>
              <span>{say(own.clocks[clock.clock] ?? { zh: clock.clock, en: clock.clock })}</span>
              <span className={classes.soft}>
                <Time at={clock.dueAt} full />
              </span>
              <PromiseState clock={clock} />
            </div>
          ))}
        </section>
      )}
      {view.pauses.map((pause) => (
        <p key={pause.startedAt} className={classes.soft}>
          {say(words.pausedSince)} <Time at={pause.startedAt} full /> ·{' '}
          {say(own.options[pause.reason] ?? { zh: pause.reason, en: pause.reason })}
          {pause.expectedAt !== null && (
            <>
              {' '}
              · {say(words.expected)} <Time at={pause.expectedAt} full />
            </>
          )}
        </p>
      ))}
    </div>
  )
}

function PromiseState({ clock }: { clock: ClockView }) {
  const say = useSay()
  if (clock.metAt === null) return <Countdown due={clock.dueAt} since={clock.startedAt} pausedAt={clock.pausedAt} />
  const late = clock.missed || clock.metAt > clock.dueAt
  return (
    <StatePill tone={late ? 'warn' : 'done'} size="small">
      {say(late ? words.clockMetLate : words.clockMet)}
    </StatePill>
  )
}
