import { IconMoodSad } from '@tabler/icons-react'

/** Complaints in the menu of the desk. */
export const Icon = IconMoodSad
