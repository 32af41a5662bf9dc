import {
  IconAdjustments,
  IconBuildingSkyscraper,
  IconCash,
  IconChartBar,
  IconClipboardText,
  IconClockCheck,
  IconLayoutDashboard,
  IconPhoneIncoming,
  IconQuote,
  IconReportMoney,
  IconStars,
  IconSend,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Me } from '#kernel/people/view.ts'
import { overseers } from '#kernel/process/promises.ts'
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
  { roles, sees }: Pick<Me, 'roles' | 'sees'>,
  processes: Readonly<Record<string, AnyWords>>,
): readonly Place[] {
  const letters = lettersOf(Object.keys(processes), placeLetters)
  const registers = Object.entries(processes)
    .filter(([name]) => sees.includes(name))
    .map(
      ([name, own]): Place => ({
        href: `/${name}`,
        label: { zh: words.toRegister(own.name.zh).zh, en: words.toRegister(own.name.en).en },
        icon: moduleIcons[name] ?? IconClipboardText,
        keys: letters[name] === undefined ? '' : `g ${letters[name]}`,
        roles: 'staff',
      }),
    )
  const all: readonly Place[] = [
    { href: '/', label: words.workbench, icon: IconLayoutDashboard, keys: 'g w', roles: 'staff' },
    {
      href: '/call',
      label: words.call,
      icon: IconPhoneIncoming,
      keys: 'F2',
      roles: ['REC', 'OPR', 'CSA', 'CSS', 'CSM'],
    },
    { href: '/promises', label: words.promises, icon: IconClockCheck, keys: 'g o', roles: overseers },
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
    { href: '/figures', label: words.serviceFigures, icon: IconChartBar, keys: 'g k', roles: overseers },
    {
      href: '/quality',
      label: words.quality,
      icon: IconStars,
      keys: 'g q',
      roles: ['GM', 'PM', 'CSM', 'SECM', 'ENGM', 'CLNM'],
    },
    { href: '/prices', label: words.prices, icon: IconReportMoney, keys: 'g p', roles: 'staff' },
    { href: '/phrases', label: words.phrases, icon: IconQuote, keys: 'g y', roles: 'staff' },
    { href: '/staff', label: words.staff, icon: IconUsers, keys: 'g t', roles: 'staff' },
    { href: '/channels', label: words.channels, icon: IconSend, keys: 'g x', roles: ['SYS', 'CSM'] },
    {
      href: '/parameters',
      label: words.parameters,
      icon: IconAdjustments,
      keys: 'g f',
      roles: ['GM', 'PM', 'CSM', 'FINM', 'FIN', 'LEA', 'SYS'],
    },
  ]
  return all.filter((place) => place.roles === 'staff' || roles.some((role) => place.roles.includes(role)))
}

/** Places beyond this many lie under “more”. */
export const mostPlaces = 7
