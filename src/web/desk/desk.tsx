import { Button, Loader } from '@mantine/core'
import { IconKey, IconLogout, IconPlus } from '@tabler/icons-react'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { isProblem } from '#kernel/http/web/api.ts'
import { Live, useLiveState } from '#kernel/http/web/live.tsx'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { Inbox } from '#kernel/outbox/web/inbox.tsx'
import { useStuck } from '#kernel/outbox/web/use-stuck.ts'
import { useUnread } from '#kernel/outbox/web/unread.ts'
import { useMe } from '#kernel/people/web/me.ts'
import { useSignOut } from '#kernel/people/web/session.ts'
import { roleWords } from '#kernel/people/words.ts'
import type { Me } from '#kernel/people/view.ts'
import { caseHref } from '#kernel/process/web/case-order.ts'
import { useEveryWord } from '#kernel/process/web/catalogue.tsx'
import { type OpenCase, OpenCaseContext } from '#kernel/process/web/open-case.ts'
import type { Wanted } from '#kernel/process/web/open-drawer.tsx'
import { DeskShell } from '#ui/desk-shell.tsx'
import { useShortcuts } from '#ui/keyboard.tsx'
import { useSay } from '#ui/language.tsx'
import { NavigationProvider } from '#ui/navigation.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { lettersOf } from './letters.ts'
import { useMayOpen } from './may-open.ts'
import { mostPlaces, placesFor } from './places.ts'
import { paletteSearch } from './search.ts'
import { useLanguageOf } from './use-language-of.ts'
import classes from './desk.module.css'
import { words } from './words.ts'

const SignIn = lazy(() => import('#kernel/people/web/sign-in.tsx').then((module) => ({ default: module.SignIn })))
const OpenDrawer = lazy(() =>
  import('#kernel/process/web/open-drawer.tsx').then((module) => ({ default: module.OpenDrawer })),
)

/** The service desk: who is here decides what there is. */
export function Desk() {
  const say = useSay()
  const { data: me, error, refetch } = useMe()
  const wasIn = useRef(false)
  useLanguageOf(me)
  if (me?.stage === 'full' && !isProblem(error, 'notSignedIn')) wasIn.current = true
  const out = isProblem(error) && error.document.status === 401
  if (!me && error && !out) {
    const problem = shownProblem(error)
    return (
      <main className={classes.middle}>
        {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      </main>
    )
  }
  if (!me && !out) return <Connecting />
  if (out || me?.stage !== 'full')
    return (
      <Suspense>
        <SignIn area={say(words.area)} stage={out ? undefined : me?.stage} ended={wasIn.current} />
      </Suspense>
    )
  if (me.kind === 'customer') {
    location.replace('/c/')
    return null
  }
  return (
    <Live on>
      <Suspense fallback={<Connecting />}>
        <SignedIn me={me} />
      </Suspense>
    </Live>
  )
}

function Connecting() {
  const say = useSay()
  return (
    <main className={classes.middle}>
      <Loader aria-label={say(words.connecting)} />
    </main>
  )
}

function SignedIn({ me }: { me: Me }) {
  const say = useSay()
  const router = useRouter()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const live = useLiveState()
  const unread = useUnread()
  const stuck = useStuck()
  const signOut = useSignOut()
  const { failed } = useNotices()
  const notSignedOut = (error: unknown) => failed(say(words.notSignedOut), shownProblem(error)?.title)
  const processes = useEveryWord()
  const may = useMayOpen()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const last = useRef<Wanted | null>(null)
  if (wanted !== null) last.current = wanted
  const navigation = useMemo(
    () => ({
      navigate: (href: string) => router.history.push(href),
      preload: (href: string) =>
        void router.preloadRoute({ to: href.split('?')[0] ?? href } as never).catch(() => undefined),
    }),
    [router],
  )
  const openCase: OpenCase = (process, start = {}) => setWanted({ process, start })
  const places = placesFor(me, processes)
  const menu = places.map((place) => ({
    href: place.href,
    label: say(place.label),
    icon: place.icon,
    keys: place.keys || undefined,
    count: (place.href === '/channels' && stuck) || undefined,
  }))
  // One place alone is not worth a “more”.
  const shown = menu.length === mostPlaces + 1 ? menu.length : mostPlaces
  const opens = Object.entries(processes).flatMap(([name, own]) => (may(name) ? [{ name, words: own }] : []))
  const letters = lettersOf(opens.map(({ name }) => name))
  useShortcuts(
    opens.flatMap(({ name, words: own }) =>
      letters[name] === undefined
        ? []
        : [
            {
              keys: `n ${letters[name]}`,
              label: say(words.newCase(say(own.name))),
              group: say(words.groupNew),
              run: () => openCase(name),
            },
          ],
    ),
  )
  const [role] = me.roles
  return (
    <NavigationProvider path={path} {...navigation}>
      <OpenCaseContext value={openCase}>
        <DeskShell
          brand={say(words.brand)}
          place={say(words.area)}
          menu={menu.slice(0, shown)}
          more={menu.slice(shown)}
          person={{
            name: me.name,
            role: role ? say(roleWords[role]) : '',
            actions: [
              { label: say(words.account), icon: IconKey, run: () => router.history.push('/account') },
              { label: say(words.signOut), icon: IconLogout, run: () => void signOut().catch(notSignedOut) },
            ],
          }}
          live={live}
          unread={unread}
          notices={<Inbox />}
          strip={opens[0] && <NewInBar name={say(opens[0].words.name)} onOpen={() => openCase(opens[0]?.name ?? '')} />}
          search={paletteSearch({ say, places, openCase, opens, wordsOf: (name) => processes[name] })}
        >
          <Outlet />
        </DeskShell>
        {last.current !== null && (
          <Suspense>
            <OpenDrawer
              wanted={wanted}
              last={last.current}
              onClose={() => setWanted(null)}
              onOpened={(process, number) => {
                setWanted(null)
                router.history.push(caseHref(process, number))
              }}
            />
          </Suspense>
        )}
      </OpenCaseContext>
    </NavigationProvider>
  )
}

function NewInBar({ name, onOpen }: { name: string; onOpen: () => void }) {
  const say = useSay()
  return (
    <Button className={classes.newInBar} leftSection={<IconPlus size={15} aria-hidden />} onClick={onOpen}>
      {say(words.newShort(name))}
    </Button>
  )
}
