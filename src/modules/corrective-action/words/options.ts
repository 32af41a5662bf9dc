import type { Both } from '#lib/language.ts'

/* What may be chosen on F-42. */

const departments = {
  engineering: { zh: '工程部', en: 'Engineering' },
  security: { zh: '安保部', en: 'Security' },
  cleaning: { zh: '保洁部', en: 'Cleaning' },
  customerService: { zh: '客服部', en: 'Customer service' },
  finance: { zh: '计划财务部', en: 'Finance' },
  leasing: { zh: '租赁部', en: 'Leasing' },
  hr: { zh: '人事行政部', en: 'Personnel' },
} as const

const kinds = {
  repairs: { zh: '工程维修', en: 'Repairs' },
  temperature: { zh: '空调温度', en: 'Temperature' },
  lift: { zh: '电梯', en: 'Lifts' },
  greenery: { zh: '绿化', en: 'Greenery' },
  parking: { zh: '停车', en: 'Parking' },
  fire: { zh: '消防', en: 'Fire protection' },
  charges: { zh: '收费', en: 'Charges' },
  fitOut: { zh: '装修噪声异味', en: 'Fit-out noise and smell' },
  mail: { zh: '邮件', en: 'Mail' },
  meeting: { zh: '会议', en: 'Meeting rooms' },
  businessCentre: { zh: '商务中心', en: 'Business centre' },
  canteen: { zh: '餐厅', en: 'Canteen' },
  attitude: { zh: '服务态度', en: 'Attitude' },
  other: { zh: '其他', en: 'Other' },
} as const

/** A report is filed under department and kind together: 工程部·电梯. */
const filed: Readonly<Record<string, Both>> = Object.fromEntries(
  Object.entries(departments).flatMap(([department, name]) =>
    Object.entries({
      ...kinds,
      cleaning: { zh: '保洁', en: 'Cleaning' },
      security: { zh: '安保', en: 'Security' },
    }).map(([kind, of]) => [`${department}:${kind}`, { zh: `${name.zh}·${of.zh}`, en: `${name.en}: ${of.en}` }]),
  ),
)

export const options = {
  ...filed,
  ...departments,
  ...kinds,

  // source
  complaint: { zh: '投诉', en: 'Complaint' },
  inspection: { zh: '检查', en: 'Inspection' },
  patrol: { zh: '巡视', en: 'Patrol' },
  survey: { zh: '满意度调查', en: 'Survey' },
  audit: { zh: '审核', en: 'Audit' },
  emergency: { zh: '突发事件', en: 'Emergency' },

  // cause
  people: { zh: '人', en: 'People' },
  machine: { zh: '机', en: 'Machine' },
  material: { zh: '料', en: 'Material' },
  method: { zh: '法', en: 'Method' },
  environment: { zh: '环', en: 'Environment' },

  // effect
  effective: { zh: '有效', en: 'Effective' },
  ineffective: { zh: '无效', en: 'Ineffective' },

  // exemption
  invalidComplaint: { zh: '无效投诉', en: 'The complaint was not valid' },
  openedInError: { zh: '误开', en: 'Opened in error' },
} as const
