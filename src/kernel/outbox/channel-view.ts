import type { Role } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Preferences } from './told.ts'
import type { DeliveryError } from './words.ts'

export const channelKinds = ['mail', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const
export type ChannelKind = (typeof channelKinds)[number]
export const robotKinds: readonly ChannelKind[] = ['wecom', 'dingtalk', 'feishu']

export const deliveryStates = ['waiting', 'sending', 'failed', 'sent', 'unsure', 'dead', 'discarded'] as const
export type DeliveryState = (typeof deliveryStates)[number]
/** what somebody should look at */
export const stuckStates: readonly DeliveryState[] = ['dead', 'unsure']

/** who sets channels up, and who only reads */
export const channelKeepers: readonly Role[] = ['SYS']
export const channelReaders: readonly Role[] = ['SYS', 'CSM']

export interface ChannelRow {
  readonly id: string
  readonly kind: ChannelKind
  readonly name: string
  readonly active: boolean
  readonly version: number
  /** what may be read; secrets are not among it */
  readonly settings: Readonly<Record<string, unknown>>
  readonly secretSet: boolean
  /** waiting or to be tried again */
  readonly waiting: number
  /** dead or unsure */
  readonly stuck: number
  readonly lastSentAt: IsoInstant | null
}

export interface ChannelChange {
  readonly id: number
  readonly channel: string
  readonly kind: ChannelKind
  readonly at: IsoInstant
  readonly by: string | null
  readonly what: 'created' | 'changed' | 'secretChanged' | 'tested' | 'retired' | 'resent' | 'discarded'
  readonly detail: Readonly<Record<string, unknown>>
}

export interface DeliveryRow {
  readonly id: string
  readonly channel: { readonly id: string; readonly kind: ChannelKind; readonly name: string }
  readonly state: DeliveryState
  readonly test: boolean
  /** colleagues by name; customers only for who may read their slips */
  readonly person: string | null
  readonly case: { readonly process: string; readonly number: string } | null
  readonly event: string
  readonly attempts: number
  readonly createdAt: IsoInstant
  readonly nextAt: IsoInstant
  readonly finishedAt: IsoInstant | null
  readonly error: DeliveryError | null
  readonly errorDetail: string | null
  readonly providerId: string | null
  readonly reason: string | null
}

export interface DeliveryPage {
  readonly rows: readonly DeliveryRow[]
  readonly next: string | null
}

/** What a person is told outside, and where it would go; null when his record has no such address. */
export interface ToldView {
  readonly preferences: Preferences
  readonly mail: string | null
  readonly sms: string | null
  /** ways the house has switched on */
  readonly open: { readonly mail: boolean; readonly sms: boolean }
}
