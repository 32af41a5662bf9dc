import { Tooltip } from '@mantine/core'
import { useSay } from './language.tsx'
import classes from './live-dot.module.css'
import { words } from './words.ts'

/** Whether the page hears the server. Off is said in words too, because people act on what they see here. */
export type LiveState = 'on' | 'waiting' | 'off'

export function LiveDot({ state }: { state: LiveState }) {
  const say = useSay()
  const text = say({ on: words.liveOn, waiting: words.liveWaiting, off: words.liveOff }[state])
  return (
    <Tooltip label={text}>
      <span className={classes.dot} data-state={state} role="img" aria-label={text} />
    </Tooltip>
  )
}
