import {
  IconAirConditioning,
  IconArmchair,
  IconBolt,
  IconBucketDroplet,
  IconDoor,
  IconDots,
  IconDroplet,
  IconElevator,
  IconFiretruck,
  IconNetwork,
  IconPaint,
} from '@tabler/icons-react'
import type { RepairSlip } from '../slip.ts'

export type Category = RepairSlip['category']

/** What may be broken, each with its picture, in the order of the tiles. */
export const icons = {
  power: IconBolt,
  network: IconNetwork,
  airCon: IconAirConditioning,
  plumbing: IconDroplet,
  doors: IconDoor,
  finishes: IconPaint,
  fire: IconFiretruck,
  lift: IconElevator,
  furniture: IconArmchair,
  cleaning: IconBucketDroplet,
  other: IconDots,
} as const satisfies Record<Category, unknown>
export const categories = Object.keys(icons) as readonly Category[]
