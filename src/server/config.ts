import { join, resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from '#kernel/database/start-error.ts'
import { readAllowed } from '#kernel/outbox/server/channels/addresses.ts'

/* Everything that can be set from outside, in one place. */

const number = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).default(otherwise)
const onOff = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

function areRanges(text: string): boolean {
  try {
    readAllowed(text)
    return true
  } catch {
    return false
  }
}

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: number(0, 65_535, 8080),
  ATRIUM_VAR: z.string().min(1).default('var'),
  ATRIUM_ORIGIN: z.url().optional(),
  ATRIUM_TRUST_PROXY: onOff,
  ATRIUM_PLAIN_HTTP: onOff,
  ATRIUM_REQUESTS_PER_MINUTE: number(10, 1_000_000, 1200),
  ATRIUM_MOST_AT_ONCE: number(4, 10_000, 128),
  ATRIUM_OUTBOUND_ALLOW: z.string().default('').refine(areRanges),
  ATRIUM_SAMPLE: z.enum(['load', 'none']).default('load'),
  ATRIUM_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export interface Config {
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  readonly varDir: string
  readonly origin: string
  readonly trustProxy: boolean
  readonly perMinute: number
  readonly mostAtOnce: number
  /** inner addresses messages may be sent to, as ranges */
  readonly outboundAllow: string
  readonly sample: boolean
  readonly logLevel: string
}

/** @throws StartError naming each variable that is wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(environment)
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))].join(', ')
    throw new StartError({
      zh: `环境变量的值不对：${names}。请改正后重新启动。`,
      en: `These environment variables have unusable values: ${names}. Correct them and start again.`,
    })
  }
  const value = read.data
  return {
    databaseUrl: value.DATABASE_URL ?? null,
    host: value.HOST,
    port: value.PORT,
    varDir: resolve(join(import.meta.dirname, '..', '..'), value.ATRIUM_VAR),
    origin: value.ATRIUM_ORIGIN ?? `http://${value.HOST.includes(':') ? `[${value.HOST}]` : value.HOST}:${value.PORT}`,
    trustProxy: value.ATRIUM_TRUST_PROXY,
    perMinute: value.ATRIUM_REQUESTS_PER_MINUTE,
    mostAtOnce: value.ATRIUM_MOST_AT_ONCE,
    outboundAllow: value.ATRIUM_OUTBOUND_ALLOW,
    sample: value.ATRIUM_SAMPLE === 'load',
    logLevel: value.ATRIUM_LOG,
  }
}
