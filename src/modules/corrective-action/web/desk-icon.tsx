import { IconRefreshAlert } from '@tabler/icons-react'

/** Corrective actions in the menu of the desk. */
export const Icon = IconRefreshAlert
