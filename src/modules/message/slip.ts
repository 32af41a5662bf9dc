import { z } from 'zod'
import { choice, flag, instant, longText, phone, signature, staffMember, text } from '#kernel/process/fields.ts'

/* 《留言单》 F-140: the blanks of the two-copy slip (domain §2.15), and what each step asks. */

export const wishes = ['pleaseCall', 'willCallAgain', 'urgent', 'justTell'] as const
/** 亲交、秘书、贴在电话机上, and for our own people the platform itself. */
export const ways = ['inPerson', 'secretary', 'onThePhone', 'inSystem'] as const
const addressees = ['tenant', 'staff'] as const

export const MessageSlip = z.object({
  takenAt: instant(),
  takenBy: z.string().max(60),
  addressee: choice(addressees),
  wantedStaff: z.uuid().nullable(),
  wantedName: z.string().max(60),
  wantedCompany: z.string().max(120).nullable(),
  wantedExtension: z.string().max(40).nullable(),
  callerName: z.string().min(1).max(60),
  nameWithheld: z.boolean(),
  callerCompany: z.string().min(1).max(120),
  callerPhone: z.string().min(1).max(40),
  numberReadBack: z.boolean(),
  matter: z.string().min(1).max(1000),
  wish: choice(wishes),
  bestTime: z.string().max(100).nullable(),
  followUp: z.boolean(),
  how: choice(ways).nullable(),
  handedAt: instant().nullable(),
  handedBy: z.string().max(60).nullable(),
  receivedBy: z.string().max(60).nullable(),
  acknowledgedAt: instant().nullable(),
  signatureFile: z.uuid().nullable(),
  followedAt: instant().nullable(),
  followedBy: z.string().max(60).nullable(),
  followNote: z.string().max(500).nullable(),
  expiryNote: z.string().max(500).nullable(),
})
export type MessageSlip = z.infer<typeof MessageSlip>

export const Take = z
  .object({
    addressee: choice(addressees),
    wantedStaff: staffMember().optional(),
    wantedName: text(60, 0).default(''),
    wantedCompany: text(120, 0).default(''),
    wantedExtension: phone().optional(),
    callerName: text(60),
    nameWithheld: flag().default(false),
    callerCompany: text(120),
    callerPhone: phone(),
    numberReadBack: flag().default(false),
    matter: longText(1000),
    wish: choice(wishes),
    bestTime: text(100, 0).default(''),
    followUp: flag().default(false),
  })
  .strict()
  .refine((input) => input.addressee === 'tenant' || input.wantedStaff !== undefined, {
    path: ['wantedStaff'],
    message: 'required',
  })
  .refine((input) => input.addressee === 'staff' || input.wantedName !== '', {
    path: ['wantedName'],
    message: 'required',
  })
  .refine((input) => input.addressee === 'staff' || input.wantedExtension !== undefined, {
    path: ['wantedExtension'],
    message: 'required',
  })
export const Hand = z
  .object({
    how: choice(ways),
    receivedBy: text(60, 0).default(''),
    signatureFile: signature('signature').optional(),
  })
  .strict()
  .refine((input) => input.receivedBy !== '' || (input.how !== 'inPerson' && input.how !== 'secretary'), {
    path: ['receivedBy'],
    message: 'required',
  })
export const Acknowledge = z
  .object({ receivedBy: text(60, 0).default(''), signatureFile: signature('signature').optional() })
  .strict()
export const Follow = z.object({ followNote: longText(500) }).strict()
export const Expire = z.object({ expiryNote: longText(500) }).strict()
