import type { z } from 'zod'
import type { Moment } from '#kernel/process/moment.ts'
import type { MessageSlip, Take } from '../slip.ts'

const blank = {
  how: null,
  handedAt: null,
  handedBy: null,
  receivedBy: null,
  acknowledgedAt: null,
  signatureFile: null,
  followedAt: null,
  followedBy: null,
  followNote: null,
  expiryNote: null,
} satisfies Partial<MessageSlip>

const filled = (text: string): string | null => (text === '' ? null : text)

/** The slip as it is written while the caller is still on the line. */
export function newSlip(input: z.infer<typeof Take>, at: Moment): MessageSlip {
  const staff = input.addressee === 'staff' ? (input.wantedStaff ?? null) : null
  return {
    ...blank,
    takenAt: at.now,
    takenBy: at.actor.name,
    addressee: input.addressee,
    wantedStaff: staff,
    wantedName: (staff === null ? '' : at.facts.nameOf(staff)) || input.wantedName,
    wantedCompany: staff === null ? filled(input.wantedCompany) : null,
    wantedExtension: input.wantedExtension ?? null,
    callerName: input.callerName,
    nameWithheld: input.nameWithheld,
    callerCompany: input.callerCompany,
    callerPhone: input.callerPhone,
    numberReadBack: input.numberReadBack,
    matter: input.matter,
    wish: input.wish,
    bestTime: filled(input.bestTime),
    followUp: input.followUp,
  }
}
