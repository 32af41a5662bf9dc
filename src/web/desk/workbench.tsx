import { lazy, Suspense } from 'react'
import type { Me } from '#kernel/people/view.ts'
import { useMe } from '#kernel/people/web/me.ts'
import { useEscalations, useQueue } from '#kernel/process/web/cases.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { Escalations } from '#kernel/process/web/escalations.tsx'
import { QueueList } from '#kernel/process/web/queue.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { words as process } from '#kernel/process/web/words.ts'
import { useMayOpen } from './may-open.ts'
import { NewButtons } from './new-buttons.tsx'
import { useAddress } from './use-address.ts'
import classes from './workbench.module.css'
import { words } from './words.ts'

/** The strip of today, for those who answer for everybody. */
const Today = lazy(async () => ({ default: (await import('#modules/overview/web/desk-today.tsx')).Today }))
const answersForAll = (me: Me | undefined) => me?.roles.some((role) => ['GM', 'PM', 'CSM'].includes(role)) ?? false

/** The home of every role: what waits, with the minutes left; beside it what helps to be quick. */
export function Workbench() {
  const say = useSay()
  const { search, setSearch } = useAddress()
  const { data: me } = useMe()
  const { chapters } = useCatalogue()
  const may = useMayOpen()
  const scope = search.scope === 'team' ? 'team' : 'mine'
  const { data: queue } = useQueue(scope)
  const { data: escalations } = useEscalations(me?.kind === 'staff')
  const open = Object.keys(chapters).filter(may)
  const waiting = (escalations?.items ?? []).filter((row) => row.acceptedAt === null)
  const figures = [
    { label: words.figureMine, value: queue?.counts.mine, href: '/' },
    { label: words.figureTeam, value: queue?.counts.team, href: '/?scope=team' },
    { label: words.figureOverdue, value: queue?.counts.overdue, href: '/', bad: true },
    { label: words.figureEscalated, value: queue?.counts.escalations, href: '/', bad: true },
  ]
  return (
    <Page title={say(words.workbench)}>
      {answersForAll(me) && (
        <Suspense>
          <Today />
        </Suspense>
      )}
      <div className={classes.columns}>
        <QueueList scope={scope} onScope={(next) => setSearch(next === 'team' ? { scope: 'team' } : {})} />
        <div className={classes.side}>
          {open.length > 0 && (
            <Section title={say(words.quick)}>
              <div className={classes.quick}>
                <NewButtons shown={4} keys />
              </div>
            </Section>
          )}
          {waiting.length > 0 && (
            <Section title={say(process.escalations)} note={waiting.length} accent>
              <Escalations rows={waiting} />
            </Section>
          )}
          <Section title={say(words.figures)}>
            <ul className={classes.figures}>
              {figures.map(({ label, value, href, bad = false }) => (
                <li key={label.en}>
                  <UiLink href={href} className={classes.figure} data-bad={bad && (value ?? 0) > 0}>
                    <span className={classes.value}>{value ?? '–'}</span>
                    <span className={classes.label}>{say(label)}</span>
                  </UiLink>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </Page>
  )
}
