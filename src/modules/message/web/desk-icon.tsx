import { IconMessage2 } from '@tabler/icons-react'

/** Messages in the menu of the desk. */
export const Icon = IconMessage2
