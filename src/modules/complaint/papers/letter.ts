import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { blanksOf, filled } from '#kernel/process/papers/blanks.ts'
import { say } from '#lib/language.ts'
import { formatDate } from '#lib/show-time.ts'
import type { ComplaintSlip } from '../slip.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'
import { shownSlip } from './shown.ts'

const parts = ['matter', 'investigation', 'treatment', 'outcome', 'apology', 'followUp'] as const

/** 书面回复函 F-43 on the letterhead: the letter in hand, or the one delivered last. */
export function letterPaper(print: Printing): PaperBody {
  const slip = shownSlip(print)
  const { text, hand, tell, language } = { ...blanksOf(print), language: print.language }
  const letter = letterOf(slip)
  const date = letter.approvedAt === null ? null : formatDate(letter.approvedAt, language)
  const about = { date: formatDate(slip.occurredAt, language), number: print.view.number }
  return {
    number: letter.number,
    fields: {
      dear: text(words.fields.addressee, filled(tell(paper.dear), { name: letter.addressee })),
      about: text(words.fields.matter, filled(tell(paper.about), about)),
      ...Object.fromEntries(parts.map((part) => [part, text(words.fields[part], letter[part], true)])),
      thanks: text(paper.thanks, tell(paper.thanks)),
      signature: text(paper.signature, say(print.company, language)),
      date: text(paper.date, date, true),
      approved: hand(paper.approved, letter.approvedBy, date),
      seal: text(paper.seal, '', true),
      receipt: hand(paper.receipt, letter.signedBy, null),
    },
    tables: {},
    marks: letter.approvedAt === null ? [tell(paper.draftMark)] : [],
    reason: slip.closeReason,
  }
}

function letterOf(slip: ComplaintSlip) {
  const sent = slip.replies.at(-1)
  const { letter } = slip
  // A letter that was delivered is what it was then; one in hand comes before it.
  if (sent !== undefined && (letter === null || letter.number === sent.number)) return sent
  return {
    addressee: slip.addressee ?? slip.complainantName,
    matter: slip.matter,
    investigation: slip.investigation,
    treatment: slip.treatment,
    outcome: slip.outcome,
    apology: slip.apology,
    followUp: slip.followUp,
    number: letter?.number ?? null,
    approvedAt: letter?.approvedAt ?? null,
    approvedBy: letter?.approvedBy ?? null,
    signedBy: null,
  }
}
