import { IconBulb } from '@tabler/icons-react'

/** Opinions and suggestions in the menu of the desk. */
export const Icon = IconBulb
