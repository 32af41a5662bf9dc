/** Unit codes 楼-层层单单, such as 1-0805, however people write them (domain §12.1). */

import { halfWidth } from './text.ts'

const topFloor = 20

/** Building with a mark of any usual kind, or five digits in a row. 1楼 may be a floor and four digits two things: refused. */
const withMark =
  /^(?:BUILDING|BLDG\.?|TOWER|NO\.?)?([1-9])(?:-|,|#-?|号楼?-?|号?[栋座幢]-?)(\d{1,2})(\d{2})(?:室|号|单元)?$/
const inOneRow = /^([1-9])(\d{2})(\d{2})室?$/

/** `1-1302` for 1#1302, 11302, 1号楼1302, １－１３０２; null when it names no unit of floors 1 to 20. */
export function normaliseUnit(text: string): string | null {
  if (text.length > 40) return null
  const typed = halfWidth(text)
    .replace(/\s+/gu, '')
    .replace(/[‐‑‒–—―−_/]/g, '-')
    .toUpperCase()
  const parts = withMark.exec(typed) ?? inOneRow.exec(typed)
  if (!parts) return null
  const [, building, floor = '', unit = ''] = parts
  const storey = Number(floor)
  if (storey < 1 || storey > topFloor || unit === '00') return null
  return `${building}-${floor.padStart(2, '0')}${unit}`
}
