import { useSay } from './language.tsx'
import classes from './priority-mark.module.css'
import { words } from './words.ts'

/** ▲ P1, △ P2, then the bare letter: shape and text, never colour alone. */
export function PriorityMark({ level }: { level: 1 | 2 | 3 | 4 }) {
  const say = useSay()
  return (
    <span className={classes.mark} data-level={level} role="img" aria-label={say(words.priority(level))}>
      {SHAPES[level]}
      {`P${level}`}
    </span>
  )
}

const SHAPES = { 1: '▲ ', 2: '△ ', 3: '', 4: '' } as const
