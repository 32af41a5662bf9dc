import { randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { DB } from '#kernel/database/types.ts'
import type { Tx } from '#kernel/database/database.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { IsoInstant } from '#lib/time.ts'

/* The four towers of the plan, their floors, units, lifts and parking zones (domain §12.1, §12.2). Areas in cm². */

type Floor = readonly [from: number, to: number, use: string]
interface Tower {
  readonly code: string
  readonly names: readonly [zh: string, en: string]
  readonly use: 'office' | 'hotel' | 'theatre'
  readonly storey: number | null
  readonly manager: string | null
  readonly floors: readonly Floor[]
  readonly lifts: readonly (readonly [codes: string, kind: string, serves: string])[]
}

const towers: readonly Tower[] = [
  {
    code: '1',
    names: ['1号楼 写字楼', 'Tower 1, offices'],
    use: 'office',
    storey: 3800,
    manager: '光大物业管理有限公司',
    floors: [
      [1, 1, 'lobby'],
      [2, 3, 'commercial'],
      [4, 20, 'office'],
    ],
    lifts: [
      ['K1 K2 K3 K4', 'passenger', '1–11'],
      ['K5 K6 K7 K8', 'passenger', '1, 12–20'],
      ['H1', 'goods', '1–20'],
      ['X1', 'fire', '1–20'],
    ],
  },
  {
    code: '2',
    names: ['2号楼 写字楼', 'Tower 2, offices'],
    use: 'office',
    storey: 3600,
    manager: null,
    floors: [
      [1, 1, 'lobby'],
      [2, 3, 'commercial'],
      [4, 18, 'office'],
    ],
    lifts: [
      ['K1 K2 K3 K4', 'passenger', '1–10'],
      ['K5 K6 K7 K8', 'passenger', '1, 11–18'],
      ['H1', 'goods', '1–18'],
      ['X1', 'fire', '1–18'],
    ],
  },
  {
    code: '3',
    names: ['3号楼 酒店', 'Tower 3, hotel'],
    use: 'hotel',
    storey: null,
    manager: null,
    floors: [
      [1, 1, 'lobby'],
      [2, 5, 'public'],
      [6, 20, 'rooms'],
    ],
    lifts: [
      ['K1 K2 K3 K4', 'passenger', '1–20'],
      ['S1 S2', 'service', '1–20'],
      ['X1', 'fire', '1–20'],
    ],
  },
  {
    code: '4',
    names: ['4号楼 剧院', 'Tower 4, theatre'],
    use: 'theatre',
    storey: null,
    manager: null,
    floors: [
      [1, 3, 'stage'],
      [4, 4, 'exhibition'],
    ],
    lifts: [
      ['K1 K2', 'passenger', '1–4'],
      ['V1', 'vip', '1–3'],
      ['H1', 'stage', '1–2'],
      ['X1', 'fire', '1–4'],
    ],
  },
]

/** Square metres of the units of one office floor, in order. */
const floorPlans = {
  '1': { floors: [4, 20], areas: [268.6, 196.4, 196.4, 248.6, 248.6, 196.4, 196.4, 268.6] },
  '2': { floors: [4, 18], areas: [262.5, 208.3, 262.5, 262.5, 208.3, 262.5] },
} as const

const shops: readonly (readonly [floor: string, areas: readonly number[]])[] = [
  ['1-01', [320, 280, 150, 120]],
  ['1-02', [360, 300, 300, 260]],
  ['1-03', [360, 300, 300, 260]],
  ['2-01', [180, 160, 140]],
  ['2-02', [320, 300, 280]],
  ['2-03', [320, 300, 280]],
]

/** Hotel and theatre are let as a whole: one unit each, called ALL, since no door of theirs has a number of ours. */
const wholes = [
  { code: '3-ALL', use: 'hotel' },
  { code: '4-ALL', use: 'theatre' },
] as const

const zones: readonly Insertable<DB['parking_zones']>[] = [
  { code: 'B2', name_zh: '负二层', name_en: 'Basement 2', level: 'underground', spaces: 300 },
  { code: 'B3', name_zh: '负三层', name_en: 'Basement 3', level: 'underground', spaces: 290 },
  { code: 'B4', name_zh: '负四层', name_en: 'Basement 4', level: 'underground', spaces: 200 },
  { code: 'GV', name_zh: '地面访客', name_en: 'Surface, visitors', level: 'surface', spaces: 20 },
  { code: 'GA', name_zh: '地面无障碍', name_en: 'Surface, accessible', level: 'surface', spaces: 4 },
  { code: 'GL', name_zh: '地面装卸', name_en: 'Surface, loading', level: 'surface', spaces: 2 },
  { code: 'GR', name_zh: '地面预留', name_en: 'Surface, reserved', level: 'surface', spaces: 2 },
]

interface UnitPlan {
  readonly code: string
  readonly floor: number
  readonly use: string
  readonly squareMetres: number
  readonly position: number
}

const two = (n: number) => String(n).padStart(2, '0')
const cm2 = (squareMetres: number) => Math.round(squareMetres * 10_000)

function unitPlans(): UnitPlan[] {
  const offices = Object.entries(floorPlans).flatMap(([building, { floors, areas }]) =>
    Array.from({ length: floors[1] - floors[0] + 1 }, (_, at) => floors[0] + at).flatMap((floor) =>
      areas.map((squareMetres, at) => ({
        code: `${building}-${two(floor)}${two(at + 1)}`,
        floor,
        use: 'office',
        squareMetres,
        position: at + 1,
      })),
    ),
  )
  const commercial = shops.flatMap(([floor, areas]) =>
    areas.map((squareMetres, at) => ({
      code: `${floor}${two(at + 1)}`,
      floor: Number(floor.slice(2)),
      use: 'commercial',
      squareMetres,
      position: at + 1,
    })),
  )
  const whole = wholes.map(({ code, use }) => ({ code, floor: 1, use, squareMetres: 0, position: 1 }))
  return [...offices, ...commercial, ...whole]
}

/** Puts the complex in; returns the id of each unit by its code. */
export async function putBuildings(tx: Tx, at: IsoInstant): Promise<ReadonlyMap<string, string>> {
  await tx
    .insertInto('buildings')
    .values(
      towers.map(({ code, names, use, storey, manager }) => ({
        code,
        name_zh: names[0],
        name_en: names[1],
        use,
        storey_height_mm: storey,
        manager,
      })),
    )
    .execute()
  const floors = towers.flatMap(({ code, floors: parts }) =>
    parts.flatMap(([from, to, use]) =>
      Array.from({ length: to - from + 1 }, (_, up) => ({ building_code: code, floor: from + up, use })),
    ),
  )
  await tx.insertInto('floors').values(floors).execute()
  const lifts = towers.flatMap(({ code, lifts: rows }) =>
    rows.flatMap(([codes, kind, serves]) =>
      codes.split(' ').map((lift) => ({ building_code: code, code: lift, kind, serves })),
    ),
  )
  await tx.insertInto('lifts').values(lifts).execute()
  await tx.insertInto('parking_zones').values(zones).execute()
  const units = unitPlans().map((plan) => ({ ...plan, id: uuidv7(Date.parse(at)) }))
  await tx
    .insertInto('units')
    .values(
      units.map(({ id, code, floor, use, squareMetres, position }) => ({
        id,
        code,
        building_code: code.slice(0, 1),
        floor,
        use,
        area_cm2: cm2(squareMetres),
        position,
        report_token: randomBytes(18).toString('base64url'),
      })),
    )
    .execute()
  return new Map(units.map(({ id, code }) => [code, id]))
}
