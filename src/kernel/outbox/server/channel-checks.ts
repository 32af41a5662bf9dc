/** Whether settings can be used, asked before anything is kept: shape, addresses, secrets. */
import { Refused, type RefusalSpec } from '#kernel/http/problem.ts'
import type { ChannelKind } from '../channel-view.ts'
import { channelRefusals } from '../words.ts'
import { demandUsable, type Outbound, readUrl, WireError } from './channels/outbound.ts'
import { demandRobotHost } from './channels/robots.ts'
import { mailSettings, robotSecret, smsSettings, webhookSecret, webhookSettings } from './channels/settings.ts'
import { isWebhookSecret } from './channels/signatures.ts'
import { ways } from './channels/ways.ts'

type Code = keyof typeof channelRefusals

export const refused = (code: Code, status: 409 | 422 = 422, path?: string): Refused => {
  const says = channelRefusals[code]
  const spec: RefusalSpec = { status, code, says }
  return new Refused(path === undefined ? spec : { ...spec, errors: [{ path, code, says }] })
}

/** Throws a refusal naming each field that does not fit. */
export function demandSettings(kind: ChannelKind, settings: unknown): void {
  const read = ways[kind].settings.safeParse(settings)
  if (read.success) return
  const says = channelRefusals.badSettings
  const paths = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))]
  const errors = paths.map((path) => ({
    path: `settings.${path}`,
    code: 'badField',
    says: channelRefusals.badField,
  }))
  throw new Refused({ status: 422, code: 'badSettings', says, errors })
}

/** Looks the addresses up; to be called outside any transaction. */
export async function demandAddresses(
  kind: ChannelKind,
  settings: unknown,
  secret: unknown,
  outbound: Outbound,
): Promise<void> {
  if (kind === 'mail') {
    const { host, security, user } = mailSettings.parse(settings)
    if (security === 'plain' && user !== '') throw refused('badSettings', 422, 'settings.security')
    await onlyUsable('settings.host', async () => {
      const { trusted } = await outbound.resolve(host)
      if (security === 'plain' && !trusted) throw new WireError('badAddress')
    })
  } else if (kind === 'sms') {
    await onlyUsable('settings.url', () => demandUsable(outbound, smsSettings.parse(settings).url))
  } else if (kind === 'webhook') {
    await onlyUsable('settings.url', () => demandUsable(outbound, webhookSettings.parse(settings).url))
  } else {
    const url = robotSecret.shape.url.safeParse((secret as { url?: unknown } | null)?.url)
    if (!url.success) return
    await onlyUsable('secret.url', async () => {
      readUrl(url.data)
      await demandRobotHost(kind, url.data, outbound)
      await demandUsable(outbound, url.data)
    })
  }
}

async function onlyUsable(path: string, check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    // A name that cannot be looked up now may be known later; it is checked again whenever something is sent.
    if (error.code === 'unreachable') return
    throw refused(error.code === 'blocked' ? 'innerAddress' : 'badAddress', 422, path)
  }
}

const overlapMs = 24 * 3_600_000

/** The secret as it is to be kept: what was typed over what there was; a webhook's old one signs for another day. */
export function mergedSecret(
  kind: ChannelKind,
  before: Readonly<Record<string, unknown>> | null,
  typed: Readonly<Record<string, string>> | null,
  now: string,
): object | null {
  const fresh =
    kind === 'webhook' ? webhookSecretOf(before, typed?.['current'], now) : { ...blank(kind), ...before, ...typed }
  const read = ways[kind].secret.safeParse(fresh)
  if (!read.success) throw refused('secretNeeded', 422, `secret.${String(read.error.issues[0]?.path[0] ?? '')}`)
  return read.data as object
}

const blank = (kind: ChannelKind): object => (kind === 'mail' ? { password: '' } : kind === 'sms' ? {} : { sign: '' })

function webhookSecretOf(before: unknown, typed: string | undefined, now: string): unknown {
  const old = webhookSecret.safeParse(before)
  if (typed === undefined) return before
  if (!isWebhookSecret(typed)) throw refused('badSecret', 422, 'secret.current')
  if (!old.success || old.data.current === typed) return { current: typed, previous: null, previousUntil: null }
  const previousUntil = new Date(Date.parse(now) + overlapMs).toISOString()
  return { current: typed, previous: old.data.current, previousUntil }
}
