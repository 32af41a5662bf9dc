import { callBackNeeds } from '#kernel/process/call-back-words.ts'
import { joinedNeeds } from '#kernel/process/joined-words.ts'
import type { Both } from '#lib/language.ts'

/* Why a button is grey: what is missing, and what to do about it. */

export const needs = {
  timeAsked: {
    zh: '请填写预约维修时间；只有紧急报修可以不约',
    en: 'Fill in the wished time: only a danger goes without one',
  },
  feeDecided: {
    zh: '请先定收费：有偿的先报价，无偿的写明理由',
    en: 'Settle the fee first: quote a charged repair, give the reason for a free one',
  },
  priceNamed: { zh: '还没有报价，请先报价', en: 'No price has been named: quote first' },
  noFeeWithoutConsent: {
    zh: '客户尚未同意全部费用，请先取得同意（谁、何时、何种方式）',
    en: 'The customer has not agreed to the whole fee: record who agreed, when and how',
  },
  notAgreed: { zh: '已经同意的价格不能再提异议', en: 'The price was agreed to already' },
  consentGiven: {
    zh: '请写明由哪位授权负责人同意',
    en: 'Name the authorised contact who agreed',
  },
  consentCoversQuote: {
    zh: '同意金额低于报价，请按报价取得同意',
    en: 'Consent is for less than the quote: ask for the whole amount',
  },
  onlyDangerByPhone: {
    zh: '只有紧急报修可以先电话后补单，请把单子送达工程部',
    en: 'Only a danger may be called through: deliver the slip itself',
  },
  paperOwed: { zh: '单子已经送到，没有待补的单', en: 'The slip is there already: none is owed' },
  notReceived: { zh: '工程部已经签收，不必再签', en: 'Engineering has signed for it already' },
  workerNamed: { zh: '请先写明维修人', en: 'Name the worker first' },
  yourJob: {
    zh: '此单已派给别人；请由维修人或工程主管操作',
    en: 'This job is another’s: its worker or the engineering manager acts',
  },
  appointmentMade: {
    zh: '请先约定上门时间：未经预约不得上门',
    en: 'Agree a time first: nobody is visited unannounced',
  },
  notTooEarly: {
    zh: '还没到约定时间，请按时上门，或与客户改约',
    en: 'It is too early: come at the agreed time, or agree another',
  },
  appointmentAhead: {
    zh: '约定的时间已经过去，请重新选一个时间',
    en: 'That time has passed: choose one that is still ahead',
  },
  accompaniedWhenRequired: {
    zh: '紧急、急修和有偿维修须客服陪同，请写明陪同人',
    en: 'Urgent and charged repairs are accompanied: name who comes from the desk',
  },
  twoPersons: {
    zh: '客户不在场须两人同行，请另选一位',
    en: 'Two people enter in the customer’s absence: name another one',
  },
  customerMaterial: { zh: '此单没有客户自备材料，无需验证', en: 'The customer supplies no material: nothing to check' },
  materialsVerified: {
    zh: '请先验证客户自备的材料并记录结果',
    en: 'Check the customer’s material first and record the result',
  },
  unfitDecided: {
    zh: '材料不合格，请先由客户决定怎么办',
    en: 'The material is unfit: let the customer decide what to do',
  },
  materialUnfit: { zh: '材料没有判为不合格，无需客户决定', en: 'The material is not unfit: nothing to decide' },
  danger: { zh: '只有紧急报修才登记险情控制', en: 'Only a danger is reported as controlled' },
  notControlled: { zh: '险情已登记控制，不必重复', en: 'The danger is recorded as controlled already' },
  expectedAhead: {
    zh: '预计恢复时间已经过去，请填一个将来的时间',
    en: 'The expected time has passed: give one that is still ahead',
  },
  signatureFits: {
    zh: '签认方式与签认地点不符：现场手写，客服台归扫描件，客户平台确认',
    en: 'Wrong way of signing here: on site by hand, at the desk by scan, in the portal online',
  },
  notTheWorker: { zh: '维修人不得自己回访，请由他人回访', en: 'Who repaired does not call back: let another do it' },
  ...callBackNeeds,
  customerUnhappy: {
    zh: '客户没有表示不满意；其他投诉请另开投诉单',
    en: 'The customer has not said that he is dissatisfied: open any other complaint by itself',
  },
  noComplaintOpen: {
    zh: '由此单发出的投诉尚未了结，不必重复',
    en: 'A complaint about this repair is open already',
  },
  heardContent: {
    zh: '回访尚无满意的结论；不满意的请先返修，或把投诉办到满意',
    en: 'No good conclusion of a call-back yet: a dissatisfied customer gets a rework, or his complaint is settled first',
  },
  ...joinedNeeds,
  joinedCalled: {
    zh: '并案的报修人尚未全部回访，请先逐一回访',
    en: 'Not everybody who reported the same fault has been called: call them first',
  },
  somethingToPay: { zh: '此单没有费用，可以直接归档', en: 'Nothing is to be paid: file it' },
  accountAllowed: {
    zh: '客户未授权挂账，请选现付',
    en: 'The customer has no account agreed: choose to pay now',
  },
  stillOwed: { zh: '这张单没有未付的费用', en: 'Nothing is owed on this slip' },
  payNow: { zh: '此单已挂账，无需代交', en: 'This goes on account: no money is carried' },
  nothingCarried: { zh: '已登记过代交费，不能重复', en: 'A carried payment is recorded already' },
  carriedAll: { zh: '代交金额须等于应收金额，请核对', en: 'Carry exactly what is owed: check the amount' },
  moneyCarried: { zh: '没有待送还的收据', en: 'No receipt is waiting to be returned' },
  receiptReturned: {
    zh: '代交费的收据还没有送还客户，请先送还并登记',
    en: 'The receipt has not been returned to the customer: return it and record it',
  },
  feesSettled: { zh: '费用还没有结清，请先收费', en: 'The fees are not settled: collect them first' },
  everyCopyAccounted: {
    zh: '四联还没有全部交到，请先登记每一联的去向',
    en: 'Not all four copies are accounted for: record who took each',
  },
  paperFollowed: {
    zh: '电话通知的单子还没有补送，请先补单',
    en: 'The slip still has to follow the call: send it first',
  },
} as const satisfies Readonly<Record<string, Both>>
