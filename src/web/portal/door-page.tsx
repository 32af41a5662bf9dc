import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheck, IconQrcodeOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useRef, useState } from 'react'
import { ApiProblem, ask, isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { Door } from '#kernel/premises/view.ts'
import type { GuestView } from '#kernel/process/view.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { RadioChips } from '#ui/radio-chips.tsx'
import { Section } from '#ui/section.tsx'
import { freshGuestKey, useDoorReports } from './door-reports.ts'
import { DoorShell } from './door-shell.tsx'
import { HousePhoneButton, HousePhoneLine } from './house-phone.tsx'
import { usePortalModules } from './module-page.ts'
import classes from './portal.module.css'
import { Next } from './request-page.tsx'
import { words } from './words.ts'

/** The page behind the QR code on a door: a report without an account. */
export function DoorPage({ token }: { token: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const {
    data: door,
    error,
    refetch,
  } = useQuery({
    queryKey: ['door', token],
    queryFn: ({ signal }) => ask<Door>(`/api/door/${encodeURIComponent(token)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const building = door ? (language === 'zh' ? door.building.nameZh : door.building.nameEn) : ''
  const gone = isProblem(error) && error.document.status >= 400 && error.document.status < 429
  const problem = shownProblem(error)
  return (
    <DoorShell
      title={say(words.doorTitle)}
      token={token}
      {...(door ? { subtitle: say(words.doorPlace(building, door.unit)) } : {})}
    >
      {gone ? (
        <Section>
          <Empty
            icon={IconQrcodeOff}
            title={say(words.doorGone)}
            help={say(words.doorGoneHelp)}
            action={<HousePhoneButton />}
          />
        </Section>
      ) : problem ? (
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      ) : door ? (
        <AtDoor key={token} token={token} door={door} building={building} />
      ) : (
        <Skeleton height={360} radius="md" />
      )}
    </DoorShell>
  )
}

function AtDoor({ token, door, building }: { token: string; door: Door; building: string }) {
  const say = useSay()
  const modules = usePortalModules()
  const [sent, setSent] = useState<GuestView | null>(null)
  const [reports, keepReports] = useDoorReports()
  const intention = useRef({ guestKey: freshGuestKey(), content: '', key: '' })
  const uploads = useRef(new WeakMap<Blob, { key: string; id?: string }>())
  const { chapters } = useCatalogue()
  const [chosen, setChosen] = useState('')
  const offered = Object.keys(chapters).flatMap((name) => {
    const page = modules?.[name]
    return page?.DoorReport && page.tile ? [{ name, page, label: page.tile.label }] : []
  })
  const found = offered.find(({ name }) => name === chosen) ?? offered[0]
  if (sent !== null)
    return (
      <Sent
        view={sent}
        onAnother={() => {
          intention.current = { guestKey: freshGuestKey(), content: '', key: '' }
          setSent(null)
        }}
      />
    )
  if (found === undefined) return <Skeleton height={320} radius="md" />
  const {
    name: process,
    page: { DoorReport },
  } = found

  const send = async (input: Readonly<Record<string, unknown>>, photos: readonly Blob[]) => {
    const { guestKey } = intention.current
    try {
      const ids: string[] = []
      for (const photo of photos) {
        const known = uploads.current.get(photo) ?? { key: freshKey() }
        uploads.current.set(photo, known)
        if (known.id === undefined) {
          const form = new FormData()
          form.append('purpose', 'photo')
          form.append('file', photo, 'photo.jpg')
          known.id = (
            await ask<{ id: string }>('/api/files', {
              method: 'POST',
              body: form,
              key: known.key,
              guestKey,
              door: token,
            })
          ).id
        }
        ids.push(known.id)
      }
      const body = { input: ids.length === 0 ? input : { ...input, photos: ids } }
      const content = JSON.stringify([process, body])
      // The same content keeps its key over every retry: one report, however bad the network.
      if (intention.current.content !== content) intention.current = { guestKey, content, key: freshKey() }
      const view = await ask<GuestView>(`/api/door/${encodeURIComponent(token)}/${process}`, {
        method: 'POST',
        key: intention.current.key,
        guestKey,
        body,
      })
      keepReports([{ key: guestKey, number: view.number, token, unit: door.unit, at: view.openedAt }, ...reports])
      setSent(view)
    } catch (error) {
      throw kindly(error, say)
    }
  }
  return (
    <>
      <div className={classes.next}>
        <p className={classes.big}>{say(words.doorPlace(building, door.unit))}</p>
        <p>{say(words.doorHelp)}</p>
      </div>
      {offered.length > 1 && (
        <RadioChips
          legend={say(words.doorWhat)}
          options={offered.map(({ name, label }) => ({ value: name, label: say(label) }))}
          value={process}
          onChange={setChosen}
        />
      )}
      {DoorReport && (
        <Suspense fallback={<Skeleton height={320} radius="md" />}>
          <DoorReport key={process} door={door} call={<HousePhoneLine />} send={send} />
        </Suspense>
      )}
    </>
  )
}

/** Too many reports at once, or a code that was withdrawn while somebody typed, said as one would say it. */
function kindly(error: unknown, say: ReturnType<typeof useSay>): unknown {
  if (!(error instanceof ApiProblem)) return error
  const { document } = error
  if (document.status === 429)
    return new ApiProblem({ ...document, title: say(words.tooMany), detail: say(words.tooManyHelp) })
  if (document.status === 404)
    return new ApiProblem({ ...document, title: say(words.doorGone), detail: say(words.doorGoneHelp) })
  return error
}

function Sent({ view, onAnother }: { view: GuestView; onAnother: () => void }) {
  const say = useSay()
  const progress = usePortalModules()?.[view.process]?.progressOf?.(view.state, view.entered, true)
  return (
    <Section>
      <div className={classes.done} role="status">
        <IconCircleCheck size={56} stroke={1.5} aria-hidden />
        <h2>{say(words.sentTitle)}</h2>
        <p className={classes.big}>{say(words.sentNumber(view.number))}</p>
      </div>
      <div className={classes.stack}>
        {progress && <Next progress={progress} />}
        <Button component={UiLink} size="lg" href={`/q/mine/${encodeURIComponent(view.number)}`}>
          {say(words.follow)}
        </Button>
        <Button variant="default" size="lg" onClick={onAnother}>
          {say(words.another)}
        </Button>
      </div>
    </Section>
  )
}
