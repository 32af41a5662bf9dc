import { IconHelpCircle } from '@tabler/icons-react'

/** Enquiries in the menu of the desk. */
export const Icon = IconHelpCircle
