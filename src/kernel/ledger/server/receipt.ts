/** The paper of a receipt: what was paid, line by line, in figures and in characters (domain §3.7). */
import type { Label, Paper, Signature } from '#kernel/forms/paper.ts'
import { inWords } from '#lib/in-words.ts'
import { type Both, type Language, say } from '#lib/language.ts'
import { formatYuan } from '#lib/money.ts'
import { formatDateTime } from '#lib/show-time.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { PaymentCard } from '../view.ts'
import { methodWords, receiptPaper as words } from '../words.ts'

export interface ReceiptFacts {
  readonly card: PaymentCard & { readonly receipt: NonNullable<PaymentCard['receipt']> }
  readonly customerName: string
  /** codes of the units the work was done in */
  readonly units: readonly string[]
  readonly company: Both
  readonly printedAt: IsoInstant
  readonly printedBy: string
}

export function receiptPaper(
  { card, customerName, units, company, printedAt, printedBy }: ReceiptFacts,
  language: Language,
): Paper {
  const { receipt } = card
  const label = (both: Both): Label => (language === 'zh' ? both.zh : [both.zh, both.en])
  const value = (both: Both, text: string | null) => ({ label: label(both), value: text === '' ? null : text })
  const hand = (both: Both, name: string | null, at: string | null) => ({
    label: label(both),
    signature: { name, at, picture: null } satisfies Signature,
  })
  const amount = (fen: number) => formatYuan(fen, language)
  const copy = (name: Both, to: Both, colour: 'white' | 'red', colourName: Both) => ({
    label: say(name, language),
    colour,
    colourName: say(colourName, language),
    goesTo: say(to, language),
    handed: { label: say(words.handed, language), on: false },
    mark: null,
  })
  return {
    company: company[language],
    title: label(words.title),
    number: receipt.number,
    numberLabel: say(words.number, language),
    version: `SJ · ${say(words.version, language)}`,
    pageOf: say(words.pageOf, language),
    printed: `${say(words.printed, language)} ${formatDateTime(printedAt, language)} ${printedBy}`,
    cancelled:
      receipt.state === 'issued'
        ? null
        : {
            word: say(words.void, language),
            reason: say(receipt.state === 'returned' ? words.returned : words.voided, language),
          },
    marks: [],
    copies: [
      copy(words.stub, words.stubTo, 'white', words.white),
      copy(words.original, words.originalTo, 'red', words.red),
    ],
    fields: {
      payer: value(words.payer, receipt.payer),
      receivedOn: value(words.receivedOn, formatDateTime(card.receivedAt, language)),
      customer: value(words.customer, customerName),
      unit: value(words.unit, units.join(' ')),
      total: {
        label: label(words.total),
        amount: { figures: amount(card.amountFen), words: inWords(card.amountFen) },
      },
      method: value(words.method, say(methodWords[card.method], language)),
      reference: value(words.reference, card.reference),
      against: value(words.against, card.number),
      cashier: hand(words.cashier, receipt.issuedBy, formatDateTime(receipt.issuedAt, language)),
      payerSignature: hand(words.payerSignature, card.carriedBy ?? '', null),
      received: { label: label(words.received), value: '' },
    },
    tables: {
      paid: {
        label: null,
        columns: [
          { label: label(words.slip), share: 3 },
          { label: label(words.item), share: 5 },
          { label: label(words.quantity), share: 1.4, align: 'right' },
          { label: label(words.price), share: 2, align: 'right' },
          { label: label(words.amount), share: 2, align: 'right' },
        ],
        rows: receipt.lines.map((line) => [
          line.caseNumber,
          `${line.item} ${line.description}`,
          line.quantity,
          amount(line.unitPriceFen),
          amount(line.paidFen),
        ]),
      },
    },
    notes: [say(words.note, language)],
    corrections: [],
  }
}
