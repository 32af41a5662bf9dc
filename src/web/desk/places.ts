import {
  IconAdjustments,
  IconBuildingSkyscraper,
  IconCash,
  IconClipboardText,
  IconLayoutDashboard,
  IconReportMoney,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Role } from '#kernel/process/roles.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import type { Both } from '#lib/language.ts'
import type { MenuItem } from '#ui/menu-item.ts'
import { lettersOf, placeLetters } from './letters.ts'
import { moduleIcons } from './module-icons.ts'
import { words } from './words.ts'

/** A place of the desk, and who has it in his menu. */
export interface Place {
  readonly href: string
  readonly label: Both
  readonly icon: MenuItem['icon']
  readonly keys: string
  readonly roles: readonly Role[] | 'staff'
}

const service: readonly Role[] = ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'ARC', 'CANT']
const front: readonly Role[] = ['REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'SECM', 'SEC', 'CLNM']
const engineering: readonly Role[] = ['ENGM', 'ENG']
const money: readonly Role[] = ['FINM', 'FIN']

/** Everything there is, in the order of the menu; a reader sees what his roles allow. */
export function placesFor(
  roles: readonly Role[],
  chapters: Readonly<Record<string, { readonly words: AnyWords }>>,
): readonly Place[] {
  const letters = lettersOf(Object.keys(chapters), placeLetters)
  const registers = Object.entries(chapters).map(
    ([name, { words: own }]): Place => ({
      href: `/${name}`,
      label: { zh: words.toRegister(own.name.zh).zh, en: words.toRegister(own.name.en).en },
      icon: moduleIcons[name] ?? IconClipboardText,
      keys: letters[name] === undefined ? '' : `g ${letters[name]}`,
      roles: [...service, ...front, ...engineering, ...money],
    }),
  )
  const all: readonly Place[] = [
    { href: '/', label: words.workbench, icon: IconLayoutDashboard, keys: 'g w', roles: 'staff' },
    ...registers,
    {
      href: '/customers',
      label: words.customers,
      icon: IconUsersGroup,
      keys: 'g c',
      roles: [...service, ...front, ...engineering, ...money, 'LEA'],
    },
    {
      href: '/stacking',
      label: words.stacking,
      icon: IconBuildingSkyscraper,
      keys: 'g u',
      roles: [...service, ...front, ...engineering, ...money, 'LEA'],
    },
    { href: '/payments', label: words.payments, icon: IconCash, keys: 'g b', roles: [...money, 'GM', 'PM', 'CSM'] },
    { href: '/prices', label: words.prices, icon: IconReportMoney, keys: 'g p', roles: 'staff' },
    { href: '/staff', label: words.staff, icon: IconUsers, keys: 'g t', roles: 'staff' },
    {
      href: '/parameters',
      label: words.parameters,
      icon: IconAdjustments,
      keys: 'g f',
      roles: ['GM', 'PM', 'CSM', 'FINM', 'FIN', 'LEA', 'SYS'],
    },
  ]
  return all.filter((place) => place.roles === 'staff' || place.roles.some((role) => roles.includes(role)))
}

/** Places beyond this many lie under “more”. */
export const mostPlaces = 7
