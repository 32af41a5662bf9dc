/** What all ways out have in common. */
import type { IsoInstant } from '#lib/time.ts'
import type { Language } from '#lib/language.ts'
import type { DeliveryError } from '../../words.ts'
import type { Outbound } from './outbound.ts'

/** One message on its way: the number, the title and what happened, never more. */
export interface Parcel {
  /** the same over every attempt */
  readonly id: string
  /** when it happened */
  readonly at: IsoInstant
  /** the moment of this attempt */
  readonly now: IsoInstant
  readonly event: string
  /** what happened, in both languages */
  readonly said: Readonly<Record<Language, string>>
  readonly case: {
    readonly process: string
    readonly number: string
    readonly title: string
    readonly state: string
  } | null
  readonly link: string
  /** where the reader chooses what he is told */
  readonly choices: string
  readonly reader: { readonly name: string; readonly address: string; readonly language: Language } | null
}

export type Outcome =
  | { readonly done: 'sent'; readonly providerId: string | null }
  /** certainly not arrived; `final`: trying again would change nothing; `wait`: seconds it wants to be left alone */
  | {
      readonly done: 'failed'
      readonly error: DeliveryError
      readonly detail: string
      readonly final?: boolean
      readonly wait?: number
    }
  | { readonly done: 'unsure'; readonly error: DeliveryError; readonly detail: string }

export interface Way<Settings, Secret> {
  /** the other side knows a repetition by its id: what is unsure may be sent again */
  readonly repeatable: boolean
  send(parcel: Parcel, settings: Settings, secret: Secret, outbound: Outbound): Promise<Outcome>
}

/** What a machine elsewhere said, fit to be kept: one line, no addresses of people, not long. */
export function fitToKeep(text: string): string {
  return text
    .replaceAll(/[^\s<>"']+@[^\s<>"']+/g, '…')
    .replaceAll(/1[3-9]\d{9}/g, '…')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
