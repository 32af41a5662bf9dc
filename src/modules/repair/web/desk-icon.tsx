import { IconTool } from '@tabler/icons-react'

/** Repair in the menu of the desk. */
export const Icon = IconTool
