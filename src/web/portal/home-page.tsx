import { Button, Skeleton } from '@mantine/core'
import { IconReceipt, IconReceiptYuan, IconUsers } from '@tabler/icons-react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { clockTime } from '#lib/show-time.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNow } from '#ui/now.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { HousePhoneTile } from './house-phone.tsx'
import { serves, usePortalModules } from './module-page.ts'
import { Payments } from './payments-page.tsx'
import classes from './portal.module.css'
import { RequestCard, requestHref } from './request-card.tsx'
import { useAsking, useRequests } from './requests.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** What needs this person, what he can ask for, and how far his requests are. */
export function HomePage({ me }: { me: Me }) {
  const say = useSay()
  const { any, rows, problem, loading, again } = useRequests(me, 'yes')
  const asking = useAsking(rows)
  const shown = shownProblem(problem)
  const greeting = useGreeting(me.name)
  return (
    <Shell title={say(words.brand)} {...(me.customer ? { subtitle: me.customer.shortName } : {})}>
      <section className={classes.hero}>
        <div>
          <p className={classes.big}>{greeting}</p>
          <p>{say(asking.length === 0 ? words.nothingNeedsYou : words.needsYou(asking.length))}</p>
        </div>
        {asking.length > 0 && (
          <ul className={classes.asks}>
            {asking.map(({ row, asks }) => (
              <li key={row.number} className={classes.ask}>
                <span className={classes.askText}>
                  <strong>{say(asks.title)}</strong>
                  <span className={classes.soft}>
                    {row.title} · {row.unit?.code ?? row.place}
                  </span>
                </span>
                <Button component={UiLink} href={requestHref(row)}>
                  {say(asks.button)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Tiles me={me} />
      {any ? (
        <section className={classes.group}>
          <div className={classes.groupHead}>
            <h2>{say(words.openRequests)}</h2>
            <UiLink href="/c/requests">{say(words.allRequests)}</UiLink>
          </div>
          {shown && <ProblemAlert problem={shown} onRetry={again} />}
          {loading && shown === null && <Skeleton height={120} radius="md" />}
          {!loading && rows.length === 0 && shown === null && (
            <Section>
              <Empty title={say(words.noOpen)} help={say(words.noRequestsHelp)} />
            </Section>
          )}
          <ul className={classes.list}>
            {rows.slice(0, 8).map((row) => (
              <RequestCard key={row.number} row={row} />
            ))}
          </ul>
        </section>
      ) : (
        <section className={classes.group}>
          <div className={classes.groupHead}>
            <h2>{say(words.payments)}</h2>
          </div>
          <Payments />
        </section>
      )}
    </Shell>
  )
}

function useGreeting(name: string): string {
  const say = useSay()
  const hour = Number(clockTime(new Date(useNow(60_000)).toISOString()).slice(0, 2))
  return say((hour < 12 ? words.morning : hour < 18 ? words.afternoon : words.evening)(name))
}

const readsBooks = ({ roles }: Me) => roles.includes('TADM') || roles.includes('TFIN')

function Tiles({ me }: { me: Me }) {
  const say = useSay()
  const { chapters } = useCatalogue()
  const modules = usePortalModules()
  const reports = Object.keys(chapters).flatMap((name) => {
    const tile = modules?.[name]?.tile
    return tile && serves(modules?.[name], me) ? [{ href: `/c/new/${name}`, ...tile }] : []
  })
  const more = [
    { href: '/c/prices', icon: IconReceiptYuan, label: words.prices },
    ...(readsBooks(me) ? [{ href: '/c/payments', icon: IconReceipt, label: words.payments }] : []),
    ...(me.roles.includes('TADM') ? [{ href: '/c/people', icon: IconUsers, label: words.people }] : []),
  ]
  return (
    <nav className={classes.tiles} aria-label={say(words.services)}>
      {[...reports, ...more].map(({ href, icon: Icon, label }) => (
        <UiLink key={href} href={href} className={classes.tile}>
          <Icon size={30} stroke={1.5} />
          {say(label)}
        </UiLink>
      ))}
      <HousePhoneTile />
    </nav>
  )
}
