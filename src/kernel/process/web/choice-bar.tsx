import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useSay } from '#ui/language.tsx'
import type { Choice } from '../decide.ts'
import type { AnyWords } from '../words.ts'
import classes from './case.module.css'
import { words } from './words.ts'

interface ChoiceBarProps {
  readonly choices: readonly Choice[]
  readonly words: AnyWords
  /** the action that leads on along the usual way: it comes first */
  readonly onward?: (action: string) => boolean
  readonly onChoose: (action: string) => void
  /** the kernel's own actions, at the end of the menu */
  readonly extra?: readonly { readonly label: string; readonly run: () => void }[]
  /** full-width buttons for a thumb */
  readonly wide?: boolean
}

/** At most two next steps; the rest in a menu. What cannot be done yet is grey and says why. */
export function ChoiceBar({
  choices,
  words: own,
  onChoose,
  extra = [],
  wide = false,
  onward = () => false,
}: ChoiceBarProps) {
  const say = useSay()
  const nameOf = (action: string) => say(own.actions[action] ?? { zh: action, en: action })
  const reasons = (choice: Choice) => choice.missing.map((need) => say(own.needs[need] ?? { zh: need, en: need }))
  const { shown, rest } = split(choices, onward)
  const blocked = shown.filter((choice) => choice.missing.length > 0)
  return (
    <div className={classes.choices} data-wide={wide}>
      <div className={classes.buttons}>
        {shown.map((choice, at) =>
          choice.missing.length === 0 ? (
            <Button
              key={choice.action}
              variant={at === 0 && choice.primary ? 'filled' : 'default'}
              onClick={() => onChoose(choice.action)}
            >
              {nameOf(choice.action)}
            </Button>
          ) : (
            <Tooltip key={choice.action} multiline w={280} label={reasons(choice).join(' ')}>
              <Button variant="default" aria-disabled data-disabled onClick={(event) => event.preventDefault()}>
                {nameOf(choice.action)}
              </Button>
            </Tooltip>
          ),
        )}
        {rest.length + extra.length > 0 && (
          <Menu position="bottom-end" width={300}>
            <Menu.Target>
              <ActionIcon
                variant="default"
                size="input-xs"
                aria-label={say(words.moreActions)}
                className={classes.dots}
              >
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {rest.map((choice) => (
                <Menu.Item
                  key={choice.action}
                  aria-disabled={choice.missing.length > 0}
                  data-blocked={choice.missing.length > 0}
                  className={classes.menuItem}
                  closeMenuOnClick={choice.missing.length === 0}
                  onClick={() => choice.missing.length === 0 && onChoose(choice.action)}
                >
                  {nameOf(choice.action)}
                  {reasons(choice).map((reason) => (
                    <span key={reason} className={classes.reason}>
                      {reason}
                    </span>
                  ))}
                </Menu.Item>
              ))}
              {rest.length > 0 && extra.length > 0 && <Menu.Divider />}
              {extra.map(({ label, run }) => (
                <Menu.Item key={label} onClick={run}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {blocked.map((choice) => (
        <div key={choice.action} className={classes.blocked}>
          <span>{say(words.cannotBecause(nameOf(choice.action)))}</span>
          <ul>
            {reasons(choice).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** The normal next steps that can be done, then those that cannot yet; without any, the first thing that can be done. */
function split(
  choices: readonly Choice[],
  onward: (action: string) => boolean,
): { shown: readonly Choice[]; rest: readonly Choice[] } {
  const can = (choice: Choice) => choice.missing.length === 0
  const behind = (choice: Choice) => Number(!onward(choice.action))
  const normal = choices.filter((choice) => choice.primary).toSorted((one, other) => behind(one) - behind(other))
  const ordered = [...normal.filter(can), ...normal.filter((choice) => !can(choice) && onward(choice.action))].slice(
    0,
    2,
  )
  const first = choices.find(can)
  const shown = ordered.length > 0 ? ordered : first ? [first] : []
  const left = choices.filter((choice) => !shown.includes(choice))
  return { shown, rest: [...left.filter(can), ...left.filter((choice) => !can(choice))] }
}
