import { blanksOf, joined } from '#kernel/process/papers/blanks.ts'
import type { PaperBody, PaperMaker, Printing } from '#kernel/process/papers.ts'
import { answerKinds, channels, EnquirySlip, informedBy } from './slip.ts'
import { words } from './words.ts'

const { fields } = words

/** A customer's print does not tell how often it went astray. */
const untold = {
  transfers: 0,
  returns: 0,
  returnedFrom: null,
  returnCause: null,
  returnNote: null,
} satisfies Partial<EnquirySlip>

/** 《问询登记》 F-141 of one enquiry. */
function enquiryPaper(print: Printing): PaperBody {
  const { text, time, ticks, hand, option, when, customer } = blanksOf(print)
  const { view } = print
  const slip = EnquirySlip.parse({ ...untold, ...view.slip })
  const follower = slip.follower === null ? null : (view.names[slip.follower] ?? null)
  return {
    fields: {
      askedAt: time(fields.askedAt, slip.askedAt),
      channel: ticks(fields.channel, channels, slip.channel),
      enquirer: text(fields.enquirer, slip.enquirer),
      enquirerCompany: text(
        fields.enquirerCompany,
        slip.enquirerCompany ?? (view.customer === null ? null : joined(customer, view.unit?.code)),
      ),
      enquirerPhone: text(fields.enquirerPhone, slip.enquirerPhone),
      takenBy: text(fields.takenBy, slip.takenBy),
      question: text(fields.question, joined(slip.question, slip.furtherQuestion)),
      answerKind: ticks(fields.answerKind, answerKinds, slip.answerKind),
      department: text(fields.department, slip.department === null ? null : option(slip.department)),
      follower: text(fields.follower, follower),
      replyBy: time(fields.replyBy, slip.replyBy, false),
      answer: text(fields.answer, slip.answer, true),
      answeredBy: hand(fields.answeredBy, slip.answeredBy, slip.answeredAt === null ? null : when(slip.answeredAt)),
      informed: ticks(
        fields.informedHow,
        informedBy,
        slip.informedHow,
        true,
        slip.informedAt === null ? null : when(slip.informedAt),
      ),
      closeNote: text(fields.closeNote, slip.closeNote),
    },
    tables: {},
  }
}

export const papers: Readonly<Record<string, PaperMaker>> = { slip: enquiryPaper }
