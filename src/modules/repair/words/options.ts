import { callBackOptions } from '#kernel/process/call-back-words.ts'
import type { Both } from '#lib/language.ts'

/* What may be chosen on the papers of repair. */

export const options = {
  ...callBackOptions,

  // channel, and the way of a consent
  counter: { zh: '前台', en: 'Counter' },
  portal: { zh: '客户平台', en: 'Portal' },
  qr: { zh: '扫码报修', en: 'QR code' },
  patrol: { zh: '巡视', en: 'Patrol' },
  inspection: { zh: '检查', en: 'Inspection' },
  other: { zh: '其他', en: 'Other' },
  signature: { zh: '签字', en: 'Signature' },
  platform: { zh: '平台确认', en: 'Confirmed online' },
  faceToFace: { zh: '当面', en: 'In person' },

  // area
  customer: { zh: '客户区域', en: 'Customer’s area' },
  common: { zh: '公共区域', en: 'Common area' },

  // category
  power: { zh: '强电照明', en: 'Power and lighting' },
  network: { zh: '弱电网络', en: 'Network and low voltage' },
  airCon: { zh: '空调', en: 'Air-conditioning' },
  plumbing: { zh: '给排水', en: 'Water and drains' },
  doors: { zh: '门窗五金', en: 'Doors, windows, locks' },
  finishes: { zh: '装饰（墙地顶）', en: 'Walls, floors, ceilings' },
  fire: { zh: '消防设施', en: 'Fire protection' },
  lift: { zh: '电梯', en: 'Lifts' },
  furniture: { zh: '家具', en: 'Furniture' },
  cleaning: { zh: '清洁应急', en: 'Urgent cleaning' },

  // priority
  P1: { zh: 'P1 紧急', en: 'P1 Danger' },
  P2: { zh: 'P2 急', en: 'P2 Stops work' },
  P3: { zh: 'P3 一般', en: 'P3 Normal' },
  P4: { zh: 'P4 预约', en: 'P4 By appointment' },

  // who pays
  free: { zh: '无偿', en: 'Free' },
  chargeable: { zh: '有偿', en: 'Charged' },
  commonPart: { zh: '公共部位', en: 'Common part' },
  warranty: { zh: '质保期内', en: 'Under warranty' },
  ours: { zh: '物业责任', en: 'Our responsibility' },
  planned: { zh: '计划维护', en: 'Planned maintenance' },

  // entry with keys
  written: { zh: '书面', en: 'Written' },
  recorded: { zh: '录音', en: 'Recorded call' },

  // material of the customer
  fit: { zh: '合格', en: 'Fit' },
  unfit: { zh: '不合格', en: 'Unfit' },
  useHouse: { zh: '改用物业材料', en: 'Use the house’s material' },
  atOwnRisk: { zh: '客户自担风险使用', en: 'Use it at the customer’s risk' },

  // why the clocks rest
  awaitCustomer: { zh: '待客户', en: 'Waiting for the customer' },
  awaitMaterial: { zh: '待料', en: 'Waiting for material' },
  awaitThirdParty: { zh: '待外委', en: 'Waiting for a third party' },
  customerAgreed: { zh: '客户同意延期', en: 'Customer agreed to wait' },

  // signature
  pad: { zh: '手写签名', en: 'Signed on screen' },
  scan: { zh: '签字单扫描', en: 'Scan of the signed slip' },

  // payment
  now: { zh: '现付', en: 'Pay now' },
  account: { zh: '挂账', en: 'On account' },
  transfer: { zh: '转账', en: 'Bank transfer' },
  cheque: { zh: '支票', en: 'Cheque' },
  cash: { zh: '现金', en: 'Cash' },
  card: { zh: '刷卡', en: 'Card' },
  code: { zh: '扫码支付', en: 'QR payment' },
  collection: { zh: '托收', en: 'Direct debit' },
} as const satisfies Readonly<Record<string, Both>>
