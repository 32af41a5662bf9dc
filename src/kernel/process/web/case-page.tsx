import '#ui/controls.css'
import { Skeleton, Tabs } from '@mantine/core'
import { isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import type { CaseView } from '../view.ts'
import classes from './case.module.css'
import { CaseHeader } from './case-header.tsx'
import { CaseLinked } from './case-linked.tsx'
import { CaseSide, caseTabs, countOf } from './case-tabs.tsx'
import { useCase } from './cases.ts'
import { useProcessWords } from './catalogue.tsx'
import { CaseEscalations } from './escalations.tsx'
import { words } from './words.ts'

interface CasePageProps {
  readonly process: string
  readonly number: string
  /** which tab is open; the page keeps it in its address */
  readonly tab: string
  readonly onTab: (tab: string) => void
}

/** The ready-made page of one case of any process. */
export function CasePage({ process, number, tab, onTab }: CasePageProps) {
  const say = useSay()
  const own = useProcessWords(process)
  const { data: view, error, refetch } = useCase(process, number)
  const crumbs = [{ href: `/${process}`, label: say(words.register(say(own.name))) }]
  if (view) return <Shown key={number} view={view} tab={tab} onTab={onTab} crumbs={crumbs} />
  const problem = shownProblem(error)
  return (
    <Page title={number} crumbs={crumbs}>
      {isProblem(error, 'notFound') ? (
        <Section>
          <Empty
            title={say(words.notFound)}
            help={say(words.notFoundHelp)}
            action={<UiLink href={`/${process}`}>{say(words.toRegister)}</UiLink>}
          />
        </Section>
      ) : problem ? (
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      ) : (
        <Section>
          <Skeleton height={20} width="40%" mb="md" />
          <Skeleton height={16} mb="sm" />
          <Skeleton height={160} />
        </Section>
      )}
    </Page>
  )
}

interface ShownProps {
  readonly view: CaseView
  readonly tab: string
  readonly onTab: (tab: string) => void
  readonly crumbs: readonly { href: string; label: string }[]
}

function Shown({ view, tab, onTab, crumbs }: ShownProps) {
  const say = useSay()
  const open = caseTabs.find(({ id }) => id === tab)?.id ?? 'slip'
  return (
    <Page title={view.title} crumbs={crumbs} beside={<span className={classes.number}>{view.number}</span>}>
      <CaseHeader view={view} />
      <CaseEscalations rows={view.escalations} />
      <CaseLinked linked={view.linked} />
      <Section>
        <Tabs value={open} onChange={(next) => onTab(next ?? 'slip')} keepMounted={false}>
          <Tabs.List className={classes.tabs}>
            {caseTabs.map(({ id, says }) => (
              <Tabs.Tab key={id} value={id}>
                {say(says)}
                {countOf(view, id) > 0 && <span className={classes.soft}> {countOf(view, id)}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={open} className={classes.panel}>
            <CaseSide view={view} tab={open} />
          </Tabs.Panel>
        </Tabs>
      </Section>
      <div className={classes.footSpace} />
    </Page>
  )
}
