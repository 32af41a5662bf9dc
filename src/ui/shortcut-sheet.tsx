import './controls.css'
import { Kbd, Modal, Switch } from '@mantine/core'
import { Fragment } from 'react'
import { keyName } from './key-name.ts'
import type { Shortcut } from './keyboard.tsx'
import { useSay } from './language.tsx'
import classes from './shortcut-sheet.module.css'
import { words } from './words.ts'

interface SheetProps {
  readonly shortcuts: readonly Shortcut[]
  readonly opened: boolean
  readonly onClose: () => void
  readonly singleKeys: boolean
  readonly setSingleKeys: (on: boolean) => void
}

/** What the keyboard can do on this page. */
export function ShortcutSheet({ shortcuts, opened, onClose, singleKeys, setSingleKeys }: SheetProps) {
  const say = useSay()
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group ?? say(words.general))
  return (
    <Modal opened={opened} onClose={onClose} title={say(words.shortcuts)} size="lg">
      <div className={classes.groups}>
        {[...groups].map(([group, members]) => (
          <section key={group}>
            <h3 className={classes.group}>{group}</h3>
            <dl className={classes.list}>
              {[...Map.groupBy(members, (shortcut) => shortcut.label)].map(([label, same]) => (
                <div key={label} className={classes.line}>
                  <dt>{label}</dt>
                  <dd className={classes.ways}>
                    {same.map((shortcut) => (
                      <Keys key={shortcut.keys} keys={shortcut.keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="md"
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={say(words.singleKeys)}
      />
    </Modal>
  )
}

/** `$mod+k` → ⌘K or Ctrl K; `g w` → G then W. */
export function Keys({ keys }: { keys: string }) {
  const say = useSay()
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((press, at) => (
        <Fragment key={press}>
          {at > 0 && <span className={classes.then}>{say(words.then)}</span>}
          <Kbd size="xs">{keyName(press)}</Kbd>
        </Fragment>
      ))}
    </span>
  )
}
