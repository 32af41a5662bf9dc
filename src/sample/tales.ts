import { complaintTales } from './complaints/tales.ts'
import { enquiryTales } from './counter/enquiry-tales.ts'
import { messageTales } from './counter/message-tales.ts'
import { opinionTales } from './counter/opinion-tales.ts'
import { slipTales } from './counter/slip-tales.ts'
import { repairTales } from './repairs.ts'
import type { Stage, Tale } from './tale.ts'

/** How much a whole building has of each in half a year (domain §12.5). */
const whole = { repairs: 900, slips: 80, messages: 40, enquiries: 60, opinions: 30 } as const

/** Everything that happens, for so many repair slips as much of the rest as belongs to them. */
export function allTales(stage: Stage, repairs: number): Tale[] {
  const share = repairs / whole.repairs
  const branch = (name: string): Stage => ({ ...stage, luck: stage.luck.branch(name) })
  return [
    ...repairTales(branch('repairs'), repairs),
    ...complaintTales(branch('complaints'), share),
    ...slipTales(branch('service slips'), Math.round(whole.slips * share)),
    ...messageTales(branch('messages'), Math.round(whole.messages * share)),
    ...enquiryTales(branch('enquiries'), Math.round(whole.enquiries * share)),
    ...opinionTales(branch('opinions'), Math.round(whole.opinions * share)),
  ]
}
