import { blanksOf, joined } from '#kernel/process/papers/blanks.ts'
import type { PaperBody, PaperMaker, Printing } from '#kernel/process/papers.ts'
import { say } from '#lib/language.ts'
import { MessageSlip, ways, wishes } from './slip.ts'
import { words } from './words.ts'

const { fields } = words

/** 《留言单》 F-140: as it is put into the hand, or stuck on the telephone, of the person asked for. */
function messagePaper(print: Printing): PaperBody {
  const { text, time, ticks, hand, when, customer } = blanksOf(print)
  const { view, language } = print
  const slip = MessageSlip.parse(view.slip)
  const staff = slip.wantedStaff === null ? null : (view.names[slip.wantedStaff] ?? null)
  const company = slip.wantedCompany ?? (slip.addressee === 'staff' ? say(print.company, language) : customer)
  return {
    fields: {
      takenAt: time(fields.takenAt, slip.takenAt),
      wantedName: text(fields.wantedName, slip.wantedName || staff),
      wantedCompany: text(fields.wantedCompany, joined(company, view.unit?.code)),
      wantedExtension: text(fields.wantedExtension, slip.wantedExtension),
      callerName: text(fields.callerName, slip.callerName),
      callerCompany: text(fields.callerCompany, slip.callerCompany),
      callerPhone: {
        label: text(fields.callerPhone, null).label,
        ticks: [{ label: say(fields.numberReadBack, language), on: slip.numberReadBack }],
        value: slip.callerPhone,
      },
      matter: text(fields.matter, slip.matter),
      wish: ticks(fields.wish, wishes, slip.wish),
      bestTime: text(fields.bestTime, slip.bestTime),
      takenBy: hand(fields.takenBy, slip.takenBy, null),
      how: ticks(fields.how, ways, slip.how),
      handedAt: time(fields.handedAt, slip.handedAt),
      receivedBy: hand(
        fields.receivedBy,
        slip.receivedBy,
        slip.acknowledgedAt === null ? null : when(slip.acknowledgedAt),
        slip.signatureFile,
      ),
      followUp: text(fields.followNote, slip.followNote, slip.followUp),
    },
    tables: {},
    reason: slip.expiryNote,
    stands: { followNote: 'followUp' },
  }
}

export const papers: Readonly<Record<string, PaperMaker>> = { slip: messagePaper }
