import { IconClipboardText } from '@tabler/icons-react'

/** Service slips in the menu of the desk. */
export const Icon = IconClipboardText
