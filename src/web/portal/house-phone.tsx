import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useSay } from '#ui/language.tsx'
import { useHousePhone } from './house.ts'
import classes from './portal.module.css'
import { words } from './words.ts'

/* The way out when a page cannot help: the desk's telephone, or nothing when the house has not said which. */

export function HousePhoneLine() {
  const say = useSay()
  const phone = useHousePhone()
  return (
    phone && (
      <p>
        <a href={phone.href} className={classes.phone}>
          {say(words.phone(phone.number))}
        </a>
      </p>
    )
  )
}

export function HousePhoneButton() {
  const say = useSay()
  const phone = useHousePhone()
  return (
    phone && (
      <Button component="a" size="lg" href={phone.href} leftSection={<IconPhone size={20} aria-hidden />}>
        {say(words.phone(phone.number))}
      </Button>
    )
  )
}

export function HousePhoneTile() {
  const say = useSay()
  const phone = useHousePhone()
  return (
    phone && (
      <a href={phone.href} className={classes.tile}>
        <IconPhone size={30} stroke={1.5} aria-hidden />
        {say(words.call)}
      </a>
    )
  )
}
