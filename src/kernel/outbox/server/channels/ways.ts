/** The ways out by their kind: how their settings are read, how a parcel is sent. */
import type { z } from 'zod'
import type { ChannelKind } from '../../channel-view.ts'
import { mail } from './mail.ts'
import { type Outbound, WireError } from './outbound.ts'
import { dingtalk, feishu, wecom } from './robots.ts'
import {
  mailSecret,
  mailSettings,
  robotSecret,
  robotSettings,
  smsSecret,
  smsSettings,
  webhookSecret,
  webhookSettings,
} from './settings.ts'
import { sms } from './sms.ts'
import { fitToKeep, type Outcome, type Parcel, type Way } from './way.ts'
import { webhook } from './webhook.ts'

export interface AnyWay {
  readonly repeatable: boolean
  readonly settings: z.ZodType
  readonly secret: z.ZodType
  /** never throws; settings that do not fit any more are said as such */
  send(parcel: Parcel, settings: unknown, secret: unknown, outbound: Outbound): Promise<Outcome>
}

function anyWay<Settings, Secret>(
  way: Way<Settings, Secret>,
  settings: z.ZodType<Settings>,
  secret: z.ZodType<Secret>,
): AnyWay {
  return {
    repeatable: way.repeatable,
    settings,
    secret,
    async send(parcel, given, hidden, outbound) {
      const [open, closed] = [settings.safeParse(given), secret.safeParse(hidden)]
      if (!open.success || !closed.success) return { done: 'failed', error: 'unreadable', detail: '' }
      try {
        return await way.send(parcel, open.data, closed.data, outbound)
      } catch (error) {
        if (!(error instanceof WireError))
          return { done: 'unsure', error: 'badAnswer', detail: fitToKeep(String(error)) }
        const { code, unsure } = error
        const detail = fitToKeep(error.message)
        if (unsure) return { done: 'unsure', error: code, detail }
        return { done: 'failed', error: code, detail, final: code === 'blocked' || code === 'badAddress' }
      }
    },
  }
}

export const ways: Readonly<Record<ChannelKind, AnyWay>> = {
  mail: anyWay(mail, mailSettings, mailSecret),
  sms: anyWay(sms, smsSettings, smsSecret),
  wecom: anyWay(wecom, robotSettings, robotSecret),
  dingtalk: anyWay(dingtalk, robotSettings, robotSecret),
  feishu: anyWay(feishu, robotSettings, robotSecret),
  webhook: anyWay(webhook, webhookSettings, webhookSecret),
}
