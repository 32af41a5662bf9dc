/** What a new channel starts with, by its kind. */
import type { ChannelKind } from '../channel-view.ts'

export interface Typed {
  readonly name: string
  readonly active: boolean
  readonly settings: Readonly<Record<string, unknown>>
  /** only what was typed; the rest stays as it is kept */
  readonly secret: Readonly<Record<string, string>>
}

const robot = { roles: [], departments: [], about: 'promises', language: 'zh' }

export const blankSettings: Readonly<Record<ChannelKind, Typed['settings']>> = {
  mail: { host: '', port: 465, security: 'tls', user: '', from: '', fromName: '', replyTo: '', ca: '' },
  sms: { url: '', signature: '' },
  wecom: robot,
  dingtalk: robot,
  feishu: robot,
  webhook: { url: '', events: ['*'] },
}

/** A secret nobody has guessed: 32 bytes of chance, as Standard Webhooks spell it. */
export function freshSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`
}
