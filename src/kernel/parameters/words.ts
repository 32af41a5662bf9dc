import type { Both } from '#lib/language.ts'
import type { DayKind } from '#lib/working-calendar.ts'
import type { ParameterUnit } from './declare.ts'

export const kernelParameterWords = {
  serviceHours: {
    zh: '客服部办公时间（SERVICE 时钟只计这些时间；节假日一栏留空即不计）',
    en: 'Service hours (the SERVICE clock counts only these; holidays left empty do not count)',
  },
  buildingHours: {
    zh: '写字楼标准工作时间（之外上门加收加班费）',
    en: 'Building hours (visits outside them cost the overtime fee)',
  },
  cashLimit: { zh: '单笔现金上限', en: 'Most cash taken in one payment' },
  priceNotice: { zh: '调价提前公示天数', en: 'Days of notice before a price changes' },
  deskPhone: { zh: '客服电话（显示给客户）', en: 'Telephone of the desk, as customers see it' },
  companyName: { zh: '公司名称（印在每张单据上）', en: 'Company name (printed on every paper)' },
  resendLevel1: {
    zh: '一级升级未签收时再次发送的间隔',
    en: 'Interval at which a level 1 escalation is sent again until accepted',
  },
  resendLevel2: {
    zh: '二级及以上升级未签收时再次发送的间隔',
    en: 'Interval at which a level 2 or 3 escalation is sent again until accepted',
  },
  staffTotp: {
    zh: '员工两步验证：optional 自愿，required 必须',
    en: 'Second sign-in step of staff: optional or required',
  },
  callBackMinutes: { zh: '办完后回访时限', en: 'Time to call back once the work is done' },
  callBackAttempts: { zh: '未联系上须尝试次数', en: 'Attempts before giving up calling' },
  callBackDays: { zh: '未联系上须跨天数', en: 'Different days of those attempts' },
  unattachedHours: {
    zh: '上传后未附到单据的文件保留时间',
    en: 'How long an upload is kept that was never attached to a slip',
  },
} as const satisfies Record<string, Both>

/** Groups that are not a process: the first part of a key. */
export const parameterGroups: Readonly<Record<string, Both>> = {
  calendar: { zh: '日历与时间', en: 'Calendar and hours' },
  payment: { zh: '收款', en: 'Payments' },
  price: { zh: '价目', en: 'Prices' },
  company: { zh: '公司', en: 'Company' },
  escalation: { zh: '升级', en: 'Escalation' },
  auth: { zh: '登录', en: 'Sign-in' },
  files: { zh: '文件', en: 'Files' },
  calls: { zh: '来电', en: 'Calls' },
  callback: { zh: '回访', en: 'Call-backs' },
  overview: { zh: '指标', en: 'Figures' },
}

export const parameterUnitWords: Readonly<Record<ParameterUnit, Both>> = {
  fen: { zh: '元', en: 'yuan' },
  basisPoints: { zh: '%', en: '%' },
  minutes: { zh: '分钟', en: 'minutes' },
  serviceMinutes: { zh: '办公时间分钟', en: 'service minutes' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  workingDays: { zh: '个工作日', en: 'working days' },
  count: { zh: '个', en: '' },
  text: { zh: '', en: '' },
  switch: { zh: '', en: '' },
  hoursOfDay: { zh: '', en: '' },
  choice: { zh: '', en: '' },
}

export const dayKindWords: Readonly<Record<DayKind, Both>> = {
  workday: { zh: '工作日', en: 'working day' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '法定假日', en: 'public holiday' },
  makeup: { zh: '调休上班', en: 'make-up working day' },
}

export const parameterRefusals = {
  tooEarly: { zh: '新值不能从过去的时间起生效。', en: 'A new value cannot hold from a moment in the past.' },
  sameMoment: {
    zh: '同一时刻已有另一个版本，请换一个生效时间。',
    en: 'Another version already takes effect at that very moment; choose another.',
  },
  badValue: { zh: '这个参数不能取此值。', en: 'This parameter cannot have that value.' },
  pastDay: { zh: '过去的日期不能再改。', en: 'Days that are past can no longer be changed.' },
  makeupOnWeekday: { zh: '调休上班日只能是周六或周日。', en: 'A make-up working day must be a Saturday or a Sunday.' },
  noSuchDay: { zh: '没有这一天。', en: 'There is no such day.' },
} as const satisfies Record<string, Both>
