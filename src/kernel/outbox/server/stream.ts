/** One open screen: server-sent events that end when the screen, the session or the server does. */
import { Readable } from 'node:stream'
import type { House } from '#kernel/http/server/house.ts'
import { sessionHashOf, sessionRuns } from '#kernel/people/server/sessions.ts'
import type { Asked } from '#kernel/http/server/route.ts'
import type { LiveEvent } from '../view.ts'
import { concerns } from './concerns.ts'
import type { Live } from './events.ts'

const beatEvery = 20_000
/** Who does not read is cut off; he connects again and looks everywhere. */
const mostWaiting = 64 * 1024

export function openStream(asked: Asked, house: House, live: Live): Readable {
  const { actor } = asked
  const stream = new Readable({ read: () => {} })
  const say = (text: string) => {
    if (stream.readableEnded || stream.destroyed) return
    if (stream.readableLength > mostWaiting) stream.destroy()
    else stream.push(text)
  }
  const send = (event: LiveEvent) => say(`data: ${JSON.stringify(event)}\n\n`)
  const end = () => {
    if (!stream.destroyed) stream.push(null)
  }

  const beat = setInterval(() => {
    say(':\n\n')
    sessionStands(asked, house).then(
      (stands) => (stands ? undefined : end()),
      () => undefined,
    )
  }, beatEvery)
  const stops = [
    live.listen((change) => {
      if (concerns(change, actor, house.modules))
        send({ process: change.process, number: change.number, what: change.what })
    }),
    live.onGap(() => send({ what: 'again' })),
    live.onSession((personId) => {
      if (personId === actor.id) end()
    }),
  ]
  live.closing.addEventListener('abort', end)
  stream.once('close', () => {
    clearInterval(beat)
    for (const stop of stops) stop()
    live.closing.removeEventListener('abort', end)
  })
  if (live.closing.aborted) end()
  else say('retry: 3000\n\n')
  return stream
}

/** Looked up without counting as activity: an open screen alone keeps nobody signed in. */
async function sessionStands(asked: Asked, house: House): Promise<boolean> {
  const hash = sessionHashOf(asked.request)
  if (hash === null) return false
  const session = await house.database.asHouse((tx) =>
    tx.selectFrom('sessions').select(['seen_at', 'expires_at']).where('token_hash', '=', hash).executeTakeFirst(),
  )
  const now = house.now()
  return session !== undefined && sessionRuns(session, now, house.rulebook.parameter<number>('auth.idle_minutes', now))
}
