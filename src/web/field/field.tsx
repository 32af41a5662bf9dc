import { Button } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Live } from '#kernel/http/web/live.tsx'
import { ServerState } from '#kernel/http/web/server-state.tsx'
import type { Me } from '#kernel/people/view.ts'
import { CatalogueProvider } from '#kernel/process/web/catalogue.tsx'
import { modules } from '#modules/index.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Gate } from '#web/portal/account/gate.tsx'
import { useReadyOffline } from './ready-offline.ts'
import { makeRouter } from './routes.tsx'
import { rememberedPerson, rememberPerson, useKeepSeen } from './seen.ts'
import { useSending } from './use-outbox.ts'
import { words } from './words.ts'

/** The phone of an engineer or a guard. */
export function Field() {
  const say = useSay()
  return (
    <ServerState>
      <CatalogueProvider chapters={modules} openers={NO_OPENERS}>
        <Remembered>
          <Gate area={say(words.brand)}>
            {(me) => (me.kind === 'staff' ? <Inside key={me.id} me={me} /> : <Strangers />)}
          </Gate>
        </Remembered>
      </CatalogueProvider>
    </ServerState>
  )
}

const NO_OPENERS = {}

/** Without a network the page opens for who was here last; with one, the server is asked at once and has the last word. */
function Remembered({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  useState(() => {
    const person = rememberedPerson()
    if (person !== null) client.setQueryData(['me'], person, { updatedAt: 1 })
    return null
  })
  return children
}

function Inside({ me }: { me: Me }) {
  const [person] = useState(me)
  useEffect(() => rememberPerson(me), [me])
  useKeepSeen(me.id)
  useSending(me.id)
  useReadyOffline()
  const router = useMemo(() => makeRouter(person), [person])
  return (
    <Live on>
      <RouterProvider router={router} />
    </Live>
  )
}

/** A tenant who came to the wrong door. */
function Strangers() {
  const say = useSay()
  return (
    <main>
      <Empty
        title={say(words.notStaff)}
        action={
          <Button component="a" href="/c/">
            {say(words.toPortal)}
          </Button>
        }
      />
    </main>
  )
}
