import { opinions } from '#kernel/process/call-back.ts'
import { filled, joined } from '#kernel/process/papers/blanks.ts'
import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { printWords } from '#kernel/process/print-words.ts'
import { type PricedLine, priorities } from '../slip.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'
import { blanks, type RepairBlanks } from './blanks.ts'

/** 《工程维修单》 F-30 as far as the work has come: four copies, in the order of its blanks (domain §2.4). */
export function slipPaper(print: Printing): PaperBody {
  const as = blanks(print)
  const { slip, tell } = as
  const free = slip.pricing === 'free'
  return {
    fields: { ...reported(as, print), ...agreed(as), ...visited(as, print), ...finished(as), ...closed(as) },
    tables: { materials: materials(as) },
    notes: notes(as),
    marks: [...(slip.calledThrough ? [tell(paper.followed)] : []), ...(slip.reworks > 0 ? [tell(paper.rework)] : [])],
    copyMarks: free ? { 3: tell(paper.free) } : slip.payment === 'account' ? { 3: tell(paper.onAccount) } : {},
    copyGoesTo: free ? { 3: tell(paper.costFile) } : {},
    reason: slip.closeReason,
    stands: { reporterName: 'reporter', reporterPhone: 'phone', location: 'place' },
  }
}

function reported({ slip, text, time, ticks, tell, option, customer, unit }: RepairBlanks, { view }: Printing) {
  const photos = view.files.filter((file) => ['photo', 'before', 'after', 'material'].includes(file.purpose)).length
  return {
    customer: text(paper.customer, customer),
    unit: text(paper.unit, unit),
    phone: text(words.fields.reporterPhone, slip.reporterPhone),
    reportedAt: time(words.fields.reportedAt, slip.reportedAt),
    channel: text(words.fields.channel, option(slip.channel)),
    reporter: text(words.fields.reporterName, slip.reporterName),
    category: text(words.fields.category, option(slip.category)),
    place: text(words.fields.location, slip.location),
    priority: ticks(words.fields.priority, priorities, slip.priority),
    problem: text(words.fields.problem, slip.problem),
    photos: text(words.fields.photos, photos === 0 ? null : filled(tell(paper.photoCount), { n: photos })),
  }
}

function agreed({ slip, text, ticks, option, when, money, span }: RepairBlanks) {
  const { quote, consent, appointmentStart, appointmentEnd } = slip
  const chargeable = slip.pricing === 'chargeable'
  const reason = slip.freeReason === null ? null : option(slip.freeReason)
  const time = appointmentStart === null || appointmentEnd === null ? null : span(appointmentStart, appointmentEnd)
  return {
    charging: ticks(words.fields.pricing, ['free', 'chargeable'], slip.pricing, true, reason),
    quote: text(words.fields.quote, quote === null ? null : money(quote.totalFen), chargeable),
    consent: text(
      words.fields.consent,
      consent === null ? null : joined(option(consent.how), consent.by, when(consent.at), money(consent.totalFen)),
      chargeable,
    ),
    appointment: text(
      paper.appointment,
      time === null ? null : joined(time, slip.appointmentWith),
      slip.priority !== 'P1' && slip.completedAt === null,
    ),
  }
}

function visited({ slip, text, time, option, tell, label, when }: RepairBlanks, { view }: Printing) {
  const workers = slip.workers.map((id) => view.names[id] ?? '').filter((name) => name !== '')
  const yes = { label: tell(printWords.yes), on: slip.customerMaterial }
  const no = { label: tell(printWords.no), on: !slip.customerMaterial }
  const check =
    slip.materialVerdict === null
      ? null
      : joined(
          option(slip.materialVerdict),
          slip.materialNote,
          slip.unfitDecision === null ? null : `→ ${option(slip.unfitDecision)}`,
          slip.materialVerifiedBy,
        )
  return {
    dispatchedBy: text(words.fields.sentBy, joined(slip.sentBy, slip.sentAt && when(slip.sentAt)), true),
    receivedBy: text(words.fields.receivedBy, joined(slip.receivedBy, slip.receivedAt && when(slip.receivedAt)), true),
    acceptedAt: time(words.fields.acceptedAt, slip.acceptedAt),
    arrivedAt: time(words.fields.arrivedAt, slip.arrivedAt),
    workers: text(words.fields.workers, workers.join('、'), true),
    ownMaterials: { label: label(paper.ownMaterials), ticks: [yes, no] },
    materialsCheck: text(paper.materialsCheck, check, slip.customerMaterial),
  }
}

function finished({ slip, text, time, amount, money }: RepairBlanks) {
  const done = slip.completedAt !== null
  return {
    labourFee: text(words.fields.labourFen, done ? money(slip.labourFen) : null, !done),
    materialFee: text(words.fields.materialFen, done ? money(slip.materialFen) : null, !done),
    total: amount(words.fields.totalFen, done ? slip.totalFen : null, !done),
    workDone: text(words.fields.workDone, slip.workDone, true),
    finishedAt: time(words.fields.completedAt, slip.completedAt),
  }
}

function closed({ slip, inside, text, ticks, hand, tell, option, when }: RepairBlanks) {
  const call = slip.callBacks.at(-1)
  const owes = slip.completedAt === null ? slip.pricing === 'chargeable' : slip.totalFen > 0
  const signed = slip.signedAt !== null
  const scanned = slip.signatureMethod !== 'pad'
  const verdict = () => {
    if (signed && slip.reworks > 0) return filled(tell(paper.acceptedAfterRework), { n: slip.reworks })
    if (signed) return tell(paper.accepted)
    return slip.reworkReason === null ? null : filled(tell(paper.rejected), { reason: slip.reworkReason })
  }
  return {
    satisfaction: ticks(paper.satisfaction, opinions, slip.satisfaction),
    receipt: text(words.fields.receiptNumber, slip.receiptNumber, owes && slip.payment !== 'account'),
    acceptance: text(paper.acceptance, verdict(), true),
    customerSignature: hand(
      words.fields.signatureFile,
      slip.signedBy,
      slip.signedAt === null
        ? null
        : joined(when(slip.signedAt), slip.signatureMethod === null ? null : option(slip.signatureMethod)),
      scanned ? null : slip.signatureFile,
    ),
    callBack: text(paper.callBack, call ? joined(call.by, when(call.at), option(call.how)) : null, inside),
    callBackOpinion: text(paper.callBackOpinion, call ? joined(option(call.conclusion), call.opinion) : null, inside),
    archivedBy: text(words.fields.archivedBy, slip.archivedBy, inside),
  }
}

function materials({ slip, open, table, money }: RepairBlanks) {
  const rows = slip.materials.map((line) => [
    line.name,
    line.spec === '' ? null : line.spec,
    joined(line.quantity, line.unit),
    money(line.unitFen),
    money(line.amountFen),
  ])
  return table(
    [
      [paper.material, 4],
      [words.fields.spec, 3],
      [words.fields.quantity, 1.4, 'right'],
      [words.fields.unitFen, 1.6, 'right'],
      [paper.sum, 1.6, 'right'],
    ],
    rows,
    open && slip.completedAt === null ? 3 : 0,
  )
}

/** How the fee comes about, line by line: quoted before the visit, worked after it. */
function notes({ slip, tell, money }: RepairBlanks): string[] {
  const line = (of: PricedLine) =>
    `${of.code} ${of.name} ${of.quantity} ${of.unit} × ${money(of.unitFen)} = ${money(of.amountFen)}`
  const listed = (head: string, parts: readonly string[]) => (parts.length === 0 ? [] : [`${head}${parts.join('；')}`])
  const { quote } = slip
  if (slip.completedAt !== null)
    return [
      ...listed(tell(paper.worked), slip.labour.map(line)),
      ...(slip.pricing === 'free' ? [tell(paper.freeNote)] : []),
    ]
  if (quote === null) return []
  const estimate = quote.materialFen === 0 ? [] : [joined(tell(paper.materialEstimate), money(quote.materialFen))]
  return listed(tell(paper.quoted), [...quote.lines.map(line), ...estimate, ...(quote.note === '' ? [] : [quote.note])])
}
