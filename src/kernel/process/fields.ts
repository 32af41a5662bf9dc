import { z } from 'zod'
import { phonePattern } from '#lib/phone.ts'
import { isStorable } from '#lib/text.ts'
import type { StaffRole } from './roles.ts'

/*
 * The kinds of field a paper has. Each is a zod schema that also says, by its `control`, how a form should ask for it,
 * so that one ready-made form serves every action of every process.
 */

export type Control =
  | { readonly control: 'text' }
  | { readonly control: 'longText' }
  | { readonly control: 'outgoing' }
  | { readonly control: 'choice'; readonly values: readonly string[] }
  | { readonly control: 'choices'; readonly values: readonly string[] }
  | { readonly control: 'flag' }
  | { readonly control: 'count'; readonly unit?: string }
  | { readonly control: 'money' }
  | { readonly control: 'moment' }
  | { readonly control: 'day' }
  | { readonly control: 'score' }
  | { readonly control: 'photos'; readonly purpose: string }
  | { readonly control: 'signature'; readonly purpose: string }
  | { readonly control: 'staff'; readonly roles: readonly StaffRole[]; readonly many: boolean }
  | { readonly control: 'contact'; readonly authority: string | null }
  | { readonly control: 'case' }
  | { readonly control: 'priceLines' }
  | { readonly control: 'materialLines' }
  | { readonly control: 'lines' }
  | { readonly control: 'texts' }
  | { readonly control: 'group' }

const storable = (text: string) => isStorable(text)

/** One line of text, trimmed; `least` 1 unless told. */
export const text = (most = 200, least = 1) =>
  z.string().trim().min(least).max(most).refine(storable, 'notStorable').meta({ control: 'text' })

/** Several lines. */
export const longText = (most = 2000, least = 1) =>
  z.string().trim().min(least).max(most).refine(storable, 'notStorable').meta({ control: 'longText' })

/**
 * Several lines that reach a customer: while they are typed, and again at the door, they are held against the words the
 * house does not say (服务忌语, domain §6.2). At most so many characters.
 */
export const outgoing = (most = 2000, least = 1) =>
  z.string().trim().min(least).max(most).refine(storable, 'notStorable').meta({ control: 'outgoing' })

export const phone = () => z.string().trim().regex(phonePattern, 'notAPhone').meta({ control: 'text' })

export const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values).meta({ control: 'choice', values })

/**
 * Several of a few.
 * @public part of the language, whether or not a module speaks it today
 */
export const choices = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.array(z.enum(values)).max(values.length).meta({ control: 'choices', values })

export const flag = () => z.boolean().meta({ control: 'flag' })

/** Whole number in a range. */
export const count = (least: number, most: number, unit?: string) =>
  z
    .int()
    .min(least)
    .max(most)
    .meta({ control: 'count', ...(unit === undefined ? {} : { unit }) })

/** Integer fen, from 0 to ten million yuan unless told. */
export const money = (most = 1_000_000_000) => z.int().min(0).max(most).meta({ control: 'money' })

/** An instant, ISO 8601 with offset, kept as UTC to the millisecond; between 2000 and 2100. */
export const moment = () =>
  z.iso
    .datetime({ offset: true })
    .refine((value) => value >= '2000' && value < '2101', 'absurdDate')
    .transform((value) => new Date(value).toISOString())
    .meta({ control: 'moment' })

/** An instant as a slip keeps it. */
export const instant = () => z.iso.datetime({ precision: 3 })

export const day = () =>
  z.iso
    .date()
    .refine((value) => value >= '2000' && value < '2101', 'absurdDate')
    .meta({ control: 'day' })

/** One to five, five the best. */
export const score = () => z.int().min(1).max(5).meta({ control: 'score' })

export const photos = (purpose: string, least = 0, most = 9) =>
  z.array(z.uuid()).min(least).max(most).meta({ control: 'photos', purpose })
export const signature = (purpose: string) => z.uuid().meta({ control: 'signature', purpose })

export const staffMember = (...roles: StaffRole[]) => z.uuid().meta({ control: 'staff', roles, many: false })
export const staffMembers = (least: number, most: number, ...roles: StaffRole[]) =>
  z.array(z.uuid()).min(least).max(most).meta({ control: 'staff', roles, many: true })
/** A contact of the case's customer, with an authority when one is demanded. */
export const contact = (authority: string | null = null) => z.uuid().meta({ control: 'contact', authority })

/** The number of another open case of the same process. */
export const openCase = () =>
  z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{2,4}-[0-9-]{1,30}$/, 'notANumber')
    .meta({ control: 'case' })

/** Decimal with at most three places, as text: `1`, `2.5`. */
export const quantity = () =>
  z
    .string()
    .trim()
    .regex(/^(0|[1-9][0-9]{0,5})(\.[0-9]{1,3})?$/, 'notAQuantity')
    .refine((value) => Number(value) > 0, 'notAQuantity')
    .meta({ control: 'text' })

export const texts = (mostItems = 20, most = 60) => z.array(text(most)).max(mostItems).meta({ control: 'texts' })

/** A list of small groups of blanks, one line each; kinds that carry files do not go into a line. */
export const lines = <const Shape extends z.ZodRawShape>(shape: Shape, least: number, most: number) =>
  z.array(z.object(shape).strict()).min(least).max(most).meta({ control: 'lines' })
