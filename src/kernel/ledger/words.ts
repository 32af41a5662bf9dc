import type { PaymentMethod } from '#kernel/process/define.ts'
import type { Both } from '#lib/language.ts'
import type { PaymentRow } from './view.ts'

export const methodWords: Readonly<Record<PaymentMethod, Both>> = {
  transfer: { zh: '银行转账', en: 'bank transfer' },
  cheque: { zh: '支票', en: 'cheque' },
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '刷卡', en: 'card' },
  code: { zh: '扫码', en: 'code payment' },
  collection: { zh: '托收', en: 'bank collection' },
}

export const paymentStateWords: Readonly<Record<PaymentRow['state'], Both>> = {
  standing: { zh: '有效', en: 'standing' },
  asked: { zh: '冲销待批', en: 'reversal asked for' },
  reversed: { zh: '已冲销', en: 'reversed' },
  reversal: { zh: '冲销单', en: 'reversal' },
}

export const receiptStateWords = {
  issued: { zh: '已开', en: 'issued' },
  voided: { zh: '已作废', en: 'void' },
  returned: { zh: '已回收', en: 'returned' },
} as const satisfies Record<string, Both>

const no = <const Code extends string>(code: Code, zh: string, en: string) => ({ code, says: { zh, en } })

/** Why money was not taken in or written down, with the stable code of the refusal. */
export const refusedMoney = {
  noCustomer: no('noCustomer', '没有客户的单据不能收费。', 'A slip without a customer cannot be charged.'),
  nothingOwed: no('nothingOwed', '没有待收的费用。', 'Nothing is owed.'),
  amountDiffers: no('amountDiffers', '收款金额必须等于应收金额。', 'The amount must be exactly what is owed.'),
  amountBeyondDebt: no('amountBeyondDebt', '收款金额超过挂账欠款。', 'The amount is more than what the account owes.'),
  cashAboveLimit: no(
    'cashAboveLimit',
    '现金超过单笔上限，请改用其他方式。',
    'More cash than may be taken at once. Please pay another way.',
  ),
} as const

/** Why a payment was not taken back. */
export const refusedReversal = {
  notReversible: no('notReversible', '冲销单不能再冲销。', 'A reversal cannot itself be reversed.'),
  alreadyRequested: no(
    'alreadyRequested',
    '这笔收款已经申请过冲销。',
    'A reversal of this payment was already asked for.',
  ),
  alreadyDecided: no('alreadyDecided', '这个申请已经有人批过。', 'This request was already decided.'),
  notYourOwn: no(
    'notYourOwn',
    '自己申请的冲销须由另一人批准。',
    'A reversal must be decided by somebody other than who asked for it.',
  ),
} as const

export const refusedPrice = {
  noticeTooShort: no(
    'noticeTooShort',
    '调价须提前公示，生效时间太早。',
    'A change of price needs notice; the date is too early.',
  ),
} as const

/** Words of the printed receipt (收据 SJ). */
export const receiptPaper = {
  title: { zh: '收据', en: 'Receipt' },
  stub: { zh: '第一联 存根', en: 'Copy 1 stub' },
  stubTo: { zh: '计划财务部', en: 'Finance' },
  original: { zh: '第二联 收据', en: 'Copy 2 receipt' },
  originalTo: { zh: '交款人', en: 'payer' },
  white: { zh: '（白）', en: '(white)' },
  red: { zh: '（红）', en: '(red)' },
  handed: { zh: '已送达', en: 'handed over' },
  number: { zh: '编号', en: 'No.' },
  version: { zh: '版本 1.0', en: 'version 1.0' },
  pageOf: { zh: '第 {page} 页 共 {pages} 页', en: 'page {page} of {pages}' },
  printed: { zh: '打印', en: 'printed' },
  payer: { zh: '交款人', en: 'Received from' },
  receivedOn: { zh: '收款时间', en: 'Received on' },
  customer: { zh: '客户', en: 'Customer' },
  unit: { zh: '单元', en: 'Unit' },
  total: { zh: '合计', en: 'Total' },
  method: { zh: '收款方式', en: 'Paid by' },
  reference: { zh: '凭证号', en: 'Reference' },
  against: { zh: '收款单号', en: 'Payment no.' },
  cashier: { zh: '收款人', en: 'Cashier' },
  payerSignature: { zh: '交款人签字', en: 'Payer’s signature' },
  received: { zh: '收讫章', en: 'Paid stamp' },
  paid: { zh: '收费明细', en: 'What was paid' },
  slip: { zh: '单号', en: 'Slip' },
  item: { zh: '项目', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  price: { zh: '单价', en: 'Price' },
  amount: { zh: '金额', en: 'Amount' },
  void: { zh: '作废', en: 'Void' },
  returned: { zh: '收据已收回', en: 'the receipt was returned' },
  voided: { zh: '收款已冲销', en: 'the payment was reversed' },
  note: {
    zh: '本收据不作报销用税务凭证；退款或换开发票时须交回原件。',
    en: 'This is not a tax invoice. The original must be returned for a refund or an invoice.',
  },
} as const satisfies Record<string, Both>
