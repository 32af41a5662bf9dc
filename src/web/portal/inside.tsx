import { Button, Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { Live } from '#kernel/http/web/live.tsx'
import type { Me as Person } from '#kernel/people/view.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Gate } from './account/gate.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/* The pages of who has an account; each asks for the sign-in first. */

const HomePage = lazy(() => import('./home-page.tsx').then((module) => ({ default: module.HomePage })))
const RequestsPage = lazy(() => import('./requests-page.tsx').then((module) => ({ default: module.RequestsPage })))
const RequestPage = lazy(() => import('./request-page.tsx').then((module) => ({ default: module.RequestPage })))
const NewPage = lazy(() => import('./new-page.tsx').then((module) => ({ default: module.NewPage })))
const InboxPage = lazy(() => import('./inbox-page.tsx').then((module) => ({ default: module.InboxPage })))
const PricesPage = lazy(() => import('./prices-page.tsx').then((module) => ({ default: module.PricesPage })))
const PaymentsPage = lazy(() => import('./payments-page.tsx').then((module) => ({ default: module.PaymentsPage })))
const PeoplePage = lazy(() => import('./people-page.tsx').then((module) => ({ default: module.PeoplePage })))
const MePage = lazy(() => import('./me-page.tsx').then((module) => ({ default: module.MePage })))

function Inside({ children }: { children: (me: Person) => ReactNode }) {
  const say = useSay()
  return (
    <Gate area={say(words.brand)}>
      {(me) =>
        me.kind === 'customer' ? (
          <Live on>
            <Suspense fallback={<Coming />}>{children(me)}</Suspense>
          </Live>
        ) : (
          <Staff />
        )
      }
    </Gate>
  )
}

function Coming() {
  const say = useSay()
  return (
    <Shell title={say(words.brand)}>
      <Skeleton height={240} radius="md" />
    </Shell>
  )
}

/** Somebody of the house who came to the tenants' door. */
function Staff() {
  const say = useSay()
  return (
    <main>
      <Empty
        title={say(words.notTenant)}
        action={
          <Button component="a" href="/">
            {say(words.toDesk)}
          </Button>
        }
      />
    </main>
  )
}

export const Home = () => <Inside>{(me) => <HomePage me={me} />}</Inside>
export const Requests = () => <Inside>{(me) => <RequestsPage me={me} />}</Inside>
export const Inbox = () => <Inside>{() => <InboxPage />}</Inside>
export const Prices = () => <Inside>{() => <PricesPage />}</Inside>
export const Payments = () => <Inside>{() => <PaymentsPage />}</Inside>
export const People = () => <Inside>{(me) => <PeoplePage me={me} />}</Inside>
export const Me = () => <Inside>{(me) => <MePage me={me} />}</Inside>

export function Request() {
  const { process = '', number = '' } = useParams({ strict: false })
  return <Inside>{() => <RequestPage key={number} process={process} number={number} />}</Inside>
}

export function New() {
  const { process = '' } = useParams({ strict: false })
  return <Inside>{(me) => <NewPage me={me} process={process} />}</Inside>
}

export function Lost() {
  const say = useSay()
  return (
    <Shell title={say(words.notThere)} back="/c/">
      <Empty title={say(words.notThere)} action={<UiLink href="/c/">{say(words.home)}</UiLink>} />
    </Shell>
  )
}
