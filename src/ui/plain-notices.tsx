import { useSay } from './language.tsx'
import type { Notice } from './notice.tsx'
import classes from './plain-notices.module.css'
import { words } from './words.ts'

/** Messages without the code that makes them pretty. */
export function PlainNotices({ waiting, onClose }: { waiting: readonly Notice[]; onClose: () => void }) {
  const say = useSay()
  if (waiting.length === 0) return null
  return (
    <div className={classes.board} data-print="no">
      {waiting.map(({ kind, title, detail, undo }, at) => (
        <p key={at} role={kind === 'done' ? 'status' : 'alert'} className={classes.notice}>
          <strong>{title}</strong> {detail}
          {undo && (
            <button type="button" onClick={undo}>
              {say(words.undo)}
            </button>
          )}
        </p>
      ))}
      <button type="button" onClick={onClose}>
        {say(words.close)}
      </button>
    </div>
  )
}
