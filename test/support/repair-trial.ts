/** A step tried on the standard free or charged case, with what is changed about it. */
import type { Slip } from '#kernel/process/decide.ts'
import type { Facts } from '#kernel/process/moment.ts'
import type { Player } from './moment.ts'
import { chargedCase, freeCase } from './repair.ts'

export const free = freeCase()
export const charged = chargedCase()

export interface Trial {
  readonly state: string
  readonly by: Player
  readonly does: string
  readonly from?: 'charged'
  readonly slip?: Slip
  readonly input?: unknown
  readonly facts?: Partial<Facts>
  readonly now?: string
}
export type Row = Trial & { readonly step: string; readonly says: string; readonly met: Partial<Trial> }
