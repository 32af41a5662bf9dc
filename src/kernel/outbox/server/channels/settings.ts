/** What each way needs to know: settings anybody on the page may read, and secrets nobody gets to see again. */
import { z } from 'zod'
import { departments, staffRoles } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
const address = z.email().max(200)
/** One address and nothing else: no list, no name, no line break. */
export const isMailAddress = (text: string): boolean => address.safeParse(text).success
const host = oneLine(200).regex(/^[A-Za-z0-9.:-]+$/)
const url = oneLine(1000).min(1)

export const mailSettings = z.strictObject({
  host,
  port: z.int().min(1).max(65_535),
  /** tls: from the first byte; starttls: demanded before the sign-in; plain: only inside, without sign-in */
  security: z.enum(['tls', 'starttls', 'plain']),
  user: oneLine(200),
  from: address,
  fromName: oneLine(60),
  replyTo: z.union([address, z.literal('')]),
  /** certificates of the house's own authority, PEM; empty: the public ones */
  ca: z.string().max(20_000),
})
export const mailSecret = z.strictObject({ password: oneLine(200) })

export const smsSettings = z.strictObject({ url, signature: oneLine(20) })
export const smsSecret = z.strictObject({ key: z.string().min(16).max(200) })

export const robotSettings = z.strictObject({
  roles: z.array(z.enum(staffRoles)).max(staffRoles.length),
  departments: z.array(z.enum(departments)).max(departments.length),
  /** escalations and clocks that ran out, or everything those roles are told */
  about: z.enum(['promises', 'everything']),
  language: z.enum(['zh', 'en']),
})
export const robotSecret = z.strictObject({ url, sign: oneLine(200) })

export const webhookSettings = z.strictObject({
  url,
  /** `*`, `repair.*`, `repair.deliver` */
  events: z
    .array(z.string().regex(/^(\*|[a-z][a-zA-Z-]*\.(\*|[a-zA-Z][a-zA-Z-]*))$/))
    .min(1)
    .max(60),
})
/** `previous` still signs beside `current` until its time is over. */
export const webhookSecret = z.strictObject({
  current: z.string(),
  previous: z.string().nullable(),
  previousUntil: z.string().nullable(),
})

export type MailSettings = z.infer<typeof mailSettings>
export type MailSecret = z.infer<typeof mailSecret>
export type SmsSettings = z.infer<typeof smsSettings>
export type SmsSecret = z.infer<typeof smsSecret>
export type RobotSettings = z.infer<typeof robotSettings>
export type RobotSecret = z.infer<typeof robotSecret>
export type WebhookSettings = z.infer<typeof webhookSettings>
export type WebhookSecret = z.infer<typeof webhookSecret>

export const secretsOf = ({ current, previous, previousUntil }: WebhookSecret, now: IsoInstant): readonly string[] =>
  previous !== null && previousUntil !== null && previousUntil > now ? [current, previous] : [current]

/** `repair.deliver` by `*`, `repair.*` or its own name. */
export function wants(events: readonly string[], event: string): boolean {
  return events.some(
    (wanted) => wanted === '*' || wanted === event || (wanted.endsWith('.*') && event.startsWith(wanted.slice(0, -1))),
  )
}
