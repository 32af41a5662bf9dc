import type { Both } from '#lib/language.ts'

/** The numbers of parameters.ts, as the settings page names them. */
export const parameterWords = {
  'complaint.direct_minutes': {
    zh: '直接影响客户的投诉解决时限',
    en: 'Time to solve what affects the customer directly',
  },
  'complaint.other_minutes': { zh: '其他投诉解决时限', en: 'Time to solve other complaints' },
  'complaint.day_cutoff': {
    zh: '当天未解决上报项目经理的时刻',
    en: 'Hour at which unsolved complaints go to the project manager',
  },
  'complaint.late_grace': { zh: '当天较晚受理的宽限', en: 'Grace for complaints taken late in the day' },
  'complaint.first_contact': { zh: '客服助理首次联系客户时限', en: 'Time for the assistant to contact the customer' },
  'complaint.follow_minutes': { zh: '指派客服助理跟进时限', en: 'Time until an assistant follows it up' },
  'complaint.l1_ack': { zh: '重大投诉部门经理签收时限', en: 'Time for the department head to accept a major one' },
  'complaint.gm_minutes': {
    zh: '项目经理未签收上报总经理时限',
    en: 'Time until the general manager hears of what is unaccepted',
  },
  'complaint.holding_reply_wd': { zh: '书面投诉先行回复时限', en: 'Time for the holding reply to a written complaint' },
  'complaint.reply_wd': { zh: '书面回复时限', en: 'Time for the written reply' },
  'complaint.repeat_days': { zh: '重复投诉统计天数', en: 'Days in which complaints count as repeated' },
  'complaint.repeat_count': { zh: '重复几次为重大投诉', en: 'Repeats that make a complaint major' },
  'complaint.same_thing_days': { zh: '同一事项投诉统计天数', en: 'Days in which complaints count as one trouble' },
  'complaint.same_thing_customers': {
    zh: '同一事项几位客户为重大投诉',
    en: 'Customers with one trouble that make it major',
  },
  'complaint.duplicate_days': { zh: '重复投诉提示天数', en: 'Days in which a report counts as a duplicate' },
} as const satisfies Readonly<Record<string, Both>>
