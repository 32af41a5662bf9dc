import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import type { Me } from '#kernel/people/view.ts'
import { useCase } from '#kernel/process/web/cases.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { HousePhoneLine } from './house-phone.tsx'
import { usePortalModules } from './module-page.ts'
import classes from './portal.module.css'
import { requestHref } from './request-card.tsx'
import { Next } from './request-page.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** Asks for something, and says what will happen with it. */
export function NewPage({ me, process }: { me: Me; process: string }) {
  const say = useSay()
  const modules = usePortalModules()
  const [sent, setSent] = useState<string | null>(null)
  const page = modules?.[process]
  return (
    <Shell title={page?.tile ? say(page.tile.label) : ''} back="/c/">
      {sent !== null ? (
        <Sent process={process} number={sent} onAnother={() => setSent(null)} />
      ) : page?.Report ? (
        <Suspense fallback={<Skeleton height={320} radius="md" />}>
          <page.Report me={me} call={<HousePhoneLine />} onDone={setSent} />
        </Suspense>
      ) : modules ? (
        <Section>
          <Empty title={say(words.notThere)} />
        </Section>
      ) : (
        <Skeleton height={320} radius="md" />
      )}
    </Shell>
  )
}

function Sent({ process, number, onAnother }: { process: string; number: string; onAnother: () => void }) {
  const say = useSay()
  const { data: view } = useCase(process, number)
  const progressOf = usePortalModules()?.[process]?.progressOf
  const progress = view && progressOf?.(view.state, view.slip)
  return (
    <Section>
      <div className={classes.done} role="status">
        <IconCircleCheck size={56} stroke={1.5} aria-hidden />
        <h2>{say(words.sentTitle)}</h2>
        <p className={classes.big}>{number}</p>
      </div>
      <div className={classes.stack}>
        {progress && <Next progress={progress} />}
        <Button component={UiLink} size="lg" href={requestHref({ process, number })}>
          {say(words.follow)}
        </Button>
        <Button variant="default" size="lg" onClick={onAnother}>
          {say(words.another)}
        </Button>
      </div>
    </Section>
  )
}
