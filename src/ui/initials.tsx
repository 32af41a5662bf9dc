import classes from './initials.module.css'

/** A person in one character: a Chinese name by its last, a Western one by its first. */
export function Initials({ name }: { name: string }) {
  const character = /\p{Script=Han}/u.test(name) ? name.slice(-1) : name.slice(0, 1).toUpperCase()
  return (
    <span className={classes.sign} aria-hidden>
      {character}
    </span>
  )
}
