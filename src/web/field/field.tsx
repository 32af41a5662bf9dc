import { Button } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Live } from '#kernel/http/web/live.tsx'
import { ServerState } from '#kernel/http/web/server-state.tsx'
import type { Me } from '#kernel/people/view.ts'
import { CatalogueProvider } from '#kernel/process/web/catalogue.tsx'
import { modules } from '#modules/index.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Gate } from '#web/portal/account/gate.tsx'
import { makeRouter } from './routes.tsx'
import { rememberedPerson, rememberPerson, useKeepSeen } from './seen.ts'
import { useSending } from './use-outbox.ts'
import { words } from './words.ts'

/** The phone of an engineer or a guard. */
export function Field() {
  const say = useSay()
  const [remembered] = useState(rememberedPerson)
  return (
    <ServerState>
      <CatalogueProvider chapters={modules} openers={NO_OPENERS}>
        <Gate area={say(words.brand)} remembered={remembered}>
          {(me) => (me.kind === 'staff' ? <Inside key={me.id} me={me} /> : <Strangers />)}
        </Gate>
      </CatalogueProvider>
    </ServerState>
  )
}

const NO_OPENERS = {}

function Inside({ me }: { me: Me }) {
  const [person] = useState(me)
  useEffect(() => rememberPerson(me), [me])
  useKeepSeen(me.id)
  useSending(me.id)
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
