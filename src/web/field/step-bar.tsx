import { Button, Drawer } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Choice } from '#kernel/process/decide.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useSay } from '#ui/language.tsx'
import classes from './field.module.css'
import { words } from './words.ts'

interface StepBarProps {
  readonly process: string
  readonly number: string
  readonly next: Choice | null
  /** an action for a second button, when it can be taken now */
  readonly beside: string | null
  readonly rest: readonly Choice[]
  /** actions that wait until what is on this phone has been sent */
  readonly held: readonly string[]
  readonly closed: boolean
  readonly busy: boolean
  readonly onNext: (action: string) => void
  readonly onChoose: (action: string) => void
}

/** One step at the thumb. What cannot be done yet is grey and says why. */
export function StepBar({ process, number, next, beside, rest, held, closed, busy, onNext, onChoose }: StepBarProps) {
  const say = useSay()
  const own = useProcessWords(process)
  const [drawer, setDrawer] = useState(false)
  const nameOf = (action: string) => say(own.actions[action] ?? { zh: action, en: action })
  const reasons = (choice: Choice) => [
    ...(held.includes(choice.action) ? [say(words.sendFirst)] : []),
    ...choice.missing.map((need) => say(own.needs[need] ?? { zh: need, en: need })),
  ]
  const open = (choice: Choice) => choice.missing.length === 0 && !held.includes(choice.action)
  const second = rest.find((choice) => choice.action === beside && open(choice))
  const others = rest.filter((choice) => choice !== second)
  const blocked = next !== null && !open(next)
  return (
    <div className={classes.foot}>
      {blocked && (
        <ul className={classes.reasons} id="step-reasons">
          {reasons(next).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {next === null && second === undefined && (
        <p className={classes.soft}>{say(closed ? words.closed : words.nothingNow)}</p>
      )}
      <div className={classes.buttons}>
        {others.length > 0 && (
          <Button variant="default" size="lg" px="md" aria-label={say(words.more)} onClick={() => setDrawer(true)}>
            <IconDots size={22} aria-hidden />
          </Button>
        )}
        {second && (
          <Button
            variant="default"
            size="lg"
            px="md"
            {...(next === null ? { 'data-next': true } : {})}
            onClick={() => onChoose(second.action)}
          >
            {nameOf(second.action)}
          </Button>
        )}
        {next && (
          <Button
            data-next
            size="lg"
            px="md"
            loading={busy}
            {...(blocked ? { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': 'step-reasons' } : {})}
            onClick={() => !blocked && onNext(next.action)}
          >
            {nameOf(next.action)}
          </Button>
        )}
      </div>
      <Drawer
        opened={drawer}
        onClose={() => setDrawer(false)}
        position="bottom"
        size="auto"
        title={say(words.moreOf(number))}
      >
        <ul className={classes.choices}>
          {others.map((choice) => (
            <li key={choice.action}>
              <button
                type="button"
                className={classes.choice}
                aria-disabled={!open(choice)}
                onClick={() => {
                  if (!open(choice)) return
                  setDrawer(false)
                  onChoose(choice.action)
                }}
              >
                {nameOf(choice.action)}
                {reasons(choice).map((reason) => (
                  <small key={reason}>{reason}</small>
                ))}
              </button>
            </li>
          ))}
        </ul>
      </Drawer>
    </div>
  )
}
