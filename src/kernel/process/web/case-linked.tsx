import { departmentWords } from '#kernel/people/words.ts'
import { Countdown } from '#ui/countdown.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { KindChip, StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import type { LinkedView } from '../view.ts'
import classes from './case-linked.module.css'
import { caseHref } from './case-order.ts'
import { useProcessWords } from './catalogue.tsx'
import { relations, words } from './linked-words.ts'
import { useTone } from './tone.ts'

const order = ['raised.up', 'joined.up', 'raised.down', 'joined.down'] as const

/** What this case came from, what went out from it, and what reports the same trouble. Nothing when it stands alone. */
export function CaseLinked({ linked }: { linked: readonly LinkedView[] }) {
  const say = useSay()
  if (linked.length === 0) return null
  const groups = Map.groupBy(linked, ({ kind, way }) => `${kind}.${way}` as const)
  return (
    <Section title={say(words.linked)} note={linked.length}>
      <div className={classes.groups}>
        {order
          .filter((relation) => groups.has(relation))
          .map((relation) => (
            <section key={relation} className={classes.group}>
              <h3 className={classes.relation}>{say(relations[relation])}</h3>
              <ul className={classes.list}>
                {groups.get(relation)?.map((one) => (
                  <Line key={one.number} one={one} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </Section>
  )
}

function Line({ one }: { one: LinkedView }) {
  const say = useSay()
  const own = useProcessWords(one.process)
  const tone = useTone(one.process)
  const departments = one.departments.map((department) => say(departmentWords[department])).join(say(common.comma))
  return (
    <li className={classes.line}>
      <KindChip>{say(own.name)}</KindChip>
      <UiLink href={caseHref(one.process, one.number)} className={classes.what}>
        <span className={classes.title}>{one.title}</span>
        <span className={classes.soft}>
          {[one.number, departments].filter(Boolean).join(' · ')} · <Time at={one.openedAt} />
        </span>
      </UiLink>
      {!one.final && one.dueAt !== null && <Countdown due={one.dueAt} bar={false} label={one.title} />}
      <StatePill size="small" tone={tone(one.state)}>
        {say(own.states[one.state] ?? { zh: one.state, en: one.state })}
      </StatePill>
    </li>
  )
}
