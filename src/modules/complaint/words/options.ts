import type { Both } from '#lib/language.ts'
import { callBackOptions } from '#kernel/process/call-back-words.ts'

/* What may be chosen on the papers of a complaint. */

export const options = {
  ...callBackOptions,

  // channel and source
  faceToFace: { zh: '面对面', en: 'In person' },
  letter: { zh: '信函', en: 'Letter' },
  indirect: { zh: '其他间接', en: 'Indirect' },
  opinionBox: { zh: '意见箱', en: 'Opinion box' },
  patrol: { zh: '巡视', en: 'Patrol' },
  thirdParty: { zh: '第三方', en: 'Third party' },
  hotline12345: { zh: '12345 热线', en: 'Hotline 12345' },
  portal: { zh: '客户平台', en: 'Portal' },
  qr: { zh: '扫码', en: 'QR code' },

  // who complains
  customer: { zh: '客户', en: 'Customer' },
  visitor: { zh: '访客', en: 'Visitor' },

  // category
  repairs: { zh: '工程维修', en: 'Repairs' },
  temperature: { zh: '空调温度', en: 'Temperature' },
  lift: { zh: '电梯', en: 'Lifts' },
  cleaning: { zh: '保洁', en: 'Cleaning' },
  greenery: { zh: '绿化', en: 'Greenery' },
  security: { zh: '安保', en: 'Security' },
  parking: { zh: '停车', en: 'Parking' },
  fire: { zh: '消防', en: 'Fire protection' },
  charges: { zh: '收费', en: 'Charges' },
  fitOut: { zh: '装修噪声异味', en: 'Fit-out noise and smell' },
  mail: { zh: '邮件', en: 'Mail' },
  meeting: { zh: '会议', en: 'Meetings' },
  businessCentre: { zh: '商务中心', en: 'Business centre' },
  canteen: { zh: '餐厅', en: 'Canteen' },
  attitude: { zh: '服务态度', en: 'Attitude of staff' },
  other: { zh: '其他', en: 'Other' },

  // grade, and why
  general: { zh: '一般', en: 'General' },
  serious: { zh: '严重', en: 'Serious' },
  major: { zh: '重大', en: 'Major' },
  manyCustomers: { zh: '多位客户投诉同一事项', en: 'Several customers have the same trouble' },
  injury: { zh: '有人受伤', en: 'Somebody was hurt' },
  media: { zh: '媒体关注', en: 'The press is involved' },
  repeated: { zh: '近期多次投诉', en: 'Complained of repeatedly' },

  // departments (security and cleaning stand above)
  engineering: { zh: '工程部', en: 'Engineering' },
  customerService: { zh: '客服部', en: 'Customer service' },
  finance: { zh: '计划财务部', en: 'Finance' },
  leasing: { zh: '租赁部', en: 'Leasing' },
  hr: { zh: '人事行政部', en: 'Human resources' },

  // talking with the customer
  message: { zh: '短信/微信', en: 'Message' },
  agreed: { zh: '同意', en: 'Agreed' },
  notAgreed: { zh: '不同意', en: 'Not agreed' },
  byHand: { zh: '专人送达', en: 'By hand' },
  byMail: { zh: '邮寄', en: 'By mail' },
  byEmail: { zh: '电子邮件', en: 'By e-mail' },

  // who visited
  CSM: { zh: '客服部经理', en: 'Customer service manager' },
  PM: { zh: '项目经理', en: 'Project manager' },
} as const satisfies Readonly<Record<string, Both>>
