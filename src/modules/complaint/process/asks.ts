import { z } from 'zod'
import { callBackBlanks, handlingGiven, handlingMissing } from '#kernel/process/call-back.ts'
import {
  choice,
  flag,
  lines,
  longText,
  moment,
  outgoing,
  phone,
  photos,
  staffMember,
  text,
} from '#kernel/process/fields.ts'
import { categories, channels, contactWays, deliveries, grades, responsible, sources } from '../slip.ts'

/* What opening a complaint and each action ask: the blanks of F-40 and F-43 in the order they are filled (domain §2.5). */

export const Report = z
  .object({
    apologised: flag(),
    channel: choice(channels),
    source: choice(sources).optional(),
    orderDeadline: moment().optional(),
    complainant: choice(['customer', 'visitor']),
    complainantName: text(60),
    company: text(200, 0).default(''),
    complainantPhone: phone(),
    location: text(200),
    occurredAt: moment(),
    category: choice(categories),
    problem: longText(2000),
    direct: flag(),
    written: flag().default(false),
    injury: flag().default(false),
    media: flag().default(false),
    photos: photos('photo').optional(),
  })
  .strict()
  .refine((input) => input.channel !== 'indirect' || input.source !== undefined, {
    path: ['source'],
    message: 'required',
  })
  .refine((input) => input.source !== 'hotline12345' || input.orderDeadline !== undefined, {
    path: ['orderDeadline'],
    message: 'required',
  })
  .refine((input) => input.complainant === 'visitor' || input.company !== '', {
    path: ['company'],
    message: 'required',
  })

export const Contact = z
  .object({
    apologised: flag().default(false),
    how: choice(contactWays),
    spokeWith: text(60),
    said: longText(1000),
    expectedAt: moment().optional(),
  })
  .strict()
export const Assign = z.object({ assistant: staffMember('CSA') }).strict()
export const Grade = z.object({ grade: choice(grades), reason: longText(500, 0).default('') }).strict()
export const Reason = z.object({ reason: longText(1000) }).strict()

export const Dispatch = z
  .object({
    serviceSlips: lines(
      {
        department: choice(responsible),
        requiredBy: moment(),
        content: longText(1000),
        customerWish: text(300, 0).default(''),
      },
      1,
      10,
    ),
  })
  .strict()
export const OnSite = z
  .object({
    together: flag(),
    withWhom: text(120, 0).default(''),
    reason: text(300, 0).default(''),
    found: longText(1000, 0).default(''),
  })
  .strict()
  .refine((input) => !input.together || input.withWhom !== '', { path: ['withWhom'], message: 'required' })
  .refine((input) => input.together || input.reason !== '', { path: ['reason'], message: 'required' })
export const Defer = z
  .object({
    reason: outgoing(500),
    informedAt: moment(),
    informedWho: text(60),
    understanding: choice(['agreed', 'notAgreed']),
    promisedAt: moment(),
  })
  .strict()
export const Resolve = z
  .object({ result: longText(2000), notOnSite: text(300, 0).default(''), photos: photos('evidence').optional() })
  .strict()
export const Confirm = z.object({ answer: outgoing(2000) }).strict()

export const HoldingReply = z.object({ words: outgoing(1000), delivery: choice(deliveries) }).strict()
export const Letter = z
  .object({
    addressee: text(120),
    matter: outgoing(500),
    investigation: outgoing(2000),
    treatment: outgoing(2000),
    outcome: outgoing(2000),
    apology: outgoing(500),
    followUp: outgoing(1000),
  })
  .strict()
export const Deliver = z
  .object({
    delivery: choice(deliveries),
    deliveredAt: moment(),
    signedBy: text(60),
    proof: photos('proof').optional(),
  })
  .strict()
  .refine((input) => input.delivery === 'portal' || (input.proof ?? []).length > 0, {
    path: ['proof'],
    message: 'required',
  })

// What it cost is no matter of a complaint.
const { fee: _fee, ...heard } = callBackBlanks
export const CallBack = z.object(heard).strict().refine(handlingGiven, handlingMissing)
export const Content = z.object({ words: text(500, 0).default('') }).strict()
export const NotContent = z.object({ words: longText(1000) }).strict()
export const Visit = z
  .object({ visitedAt: moment(), spokeWith: text(60), said: longText(1000), photos: photos('visit').optional() })
  .strict()
