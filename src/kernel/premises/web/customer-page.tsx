import { Skeleton } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { Empty } from '#ui/empty.tsx'
import { FieldGrid } from '#ui/field-grid.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { CustomerCard } from '../view.ts'
import { premisesWords } from '../words.ts'
import { CaseLines } from './case-lines.tsx'
import { Contacts } from './contacts.tsx'
import { CustomerEdit } from './customer-edit.tsx'
import { DialogButton } from './dialog-button.tsx'
import { Portfolio } from './portfolio.tsx'
import { useCustomer } from './premises.ts'
import classes from './premises.module.css'
import { Tenancies } from './tenancies.tsx'
import { words } from './words.ts'

interface CustomerPageProps {
  readonly code: string
  /** what may be opened for this customer */
  readonly actions: ReactNode
}

/** A customer's card: who they are, what is open, how to reach them, what they rent. */
export function CustomerPage({ code, actions }: CustomerPageProps) {
  const say = useSay()
  const { data: card, error, refetch } = useCustomer(code)
  const crumbs = [{ href: '/customers', label: say(words.customers) }]
  const problem = shownProblem(error)
  if (!card)
    return (
      <Page title={code} crumbs={crumbs}>
        {isProblem(error) && error.document.status > 0 && error.document.status < 500 ? (
          <Section>
            <Empty
              title={say(words.noSuchCustomer)}
              help={say(words.noSuchCustomerHelp)}
              action={<UiLink href="/customers">{say(words.toCustomers)}</UiLink>}
            />
          </Section>
        ) : problem ? (
          <ProblemAlert problem={problem} onRetry={() => void refetch()} />
        ) : (
          <Section>
            <Skeleton height={18} mb="sm" />
            <Skeleton height={120} />
          </Section>
        )}
      </Page>
    )
  const beside = (
    <>
      <span className={classes.soft}>{card.code}</span>
      {card.vip && (
        <StatePill tone="warn" size="small">
          <IconStarFilled size={11} aria-hidden /> {say(words.vip)}
        </StatePill>
      )}
      {card.gaps.map((gap) => (
        <StatePill key={gap} tone="danger" size="small">
          {say(premisesWords.gaps[gap])}
        </StatePill>
      ))}
    </>
  )
  return (
    <Page title={card.name} crumbs={crumbs} beside={beside} actions={actions}>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Section
            title={say(words.lastCases)}
            note={<OpenCounts open={card.open} />}
            actions={<Registers card={card} />}
          >
            {card.last.length === 0 ? <Empty title={say(words.noCases)} /> : <CaseLines lines={card.last} />}
          </Section>
          {card.more && <Tenancies card={card} tenancies={card.more.tenancies} />}
        </div>
        <div className={classes.stack}>
          <Facts card={card} />
          <Contacts card={card} />
        </div>
      </div>
    </Page>
  )
}

function OpenCounts({ open }: { open: CustomerCard['open'] }) {
  const say = useSay()
  const count = open.reduce((sum, one) => sum + one.count, 0)
  return <>{count === 0 ? say(words.noOpen) : say(words.openCount(count))}</>
}

function Registers({ card }: { card: CustomerCard }) {
  const processes = [...new Set([...card.open.map((one) => one.process), ...card.last.map((line) => line.process)])]
  return (
    <>
      {processes.map((process) => (
        <Register key={process} process={process} customerId={card.id} />
      ))}
    </>
  )
}

function Register({ process, customerId }: { process: string; customerId: string }) {
  const say = useSay()
  const own = useProcessWords(process)
  return <UiLink href={`/${process}?customerId=${customerId}`}>{say(words.allCases(say(own.name)))}</UiLink>
}

function Deeds({ card }: { card: CustomerCard }) {
  const say = useSay()
  return (
    <>
      {card.may.portfolio && (
        <DialogButton label={say(words.handTo)} variant="default" size="compact-sm">
          {(close) => <Portfolio card={card} onClose={close} />}
        </DialogButton>
      )}
      {card.may.edit && (
        <DialogButton
          label={say(words.edit)}
          title={say(words.editCustomer(card.shortName))}
          variant="default"
          size="compact-sm"
        >
          {(close) => <CustomerEdit card={card} onSaved={close} onClose={close} />}
        </DialogButton>
      )}
    </>
  )
}

function Facts({ card }: { card: CustomerCard }) {
  const say = useSay()
  return (
    <Section title={say(words.facts)} actions={<Deeds card={card} />}>
      <FieldGrid
        columns={1}
        fields={[
          { label: say(words.shortName), value: card.shortName },
          { label: say(words.nameEn), value: card.nameEn },
          { label: say(words.kind), value: say(premisesWords.customerKinds[card.kind]) },
          { label: say(words.trade), value: card.trade },
          {
            label: say(words.units),
            value:
              card.units.length === 0
                ? ''
                : card.units.map((unit, at) => (
                    <span key={unit}>
                      {at > 0 && '、'}
                      <UiLink href={`/stacking?unit=${unit}`} className={classes.code}>
                        {unit}
                      </UiLink>
                    </span>
                  )),
          },
          { label: say(words.phone), value: card.phone && <a href={`tel:${card.phone}`}>{card.phone}</a> },
          { label: say(words.csa), value: card.csa && <UiLink href={`/staff/${card.csa.id}`}>{card.csa.name}</UiLink> },
          { label: say(words.language), value: say(premisesWords.languages[card.language]) },
          ...(card.monthlyBilling ? [{ label: say(words.monthlyBilling), value: '✓' }] : []),
          ...(card.more
            ? [
                { label: say(words.headcount), value: card.more.headcount },
                { label: say(words.address), value: card.more.address },
                { label: say(words.creditCode), value: card.more.creditCode },
                { label: say(words.note), value: card.more.note },
              ].filter((field) => field.value !== null && field.value !== '')
            : []),
        ]}
      />
    </Section>
  )
}
