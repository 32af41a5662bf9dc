import type { Both } from '#lib/language.ts'
import type { PhraseKind, Scene } from './view.ts'

export const kindWords: Readonly<Record<PhraseKind, Both>> = {
  polite: { zh: '文明用语', en: 'Polite phrase' },
  taboo: { zh: '服务忌语', en: 'Not said' },
  english: { zh: '常用英语', en: 'English line' },
  attitude: { zh: '态度守则', en: 'Attitude' },
  rule: { zh: '电话规矩', en: 'Telephone rule' },
}

export const sceneWords: Readonly<Record<Scene, Both>> = {
  telephone: { zh: '电话', en: 'Telephone' },
  reception: { zh: '前台接待', en: 'Reception' },
  repair: { zh: '报修', en: 'Repair' },
  complaint: { zh: '投诉', en: 'Complaint' },
  charges: { zh: '收费', en: 'Charges' },
  aircon: { zh: '空调', en: 'Air-conditioning' },
  meeting: { zh: '会议', en: 'Meetings' },
  business: { zh: '商务', en: 'Business centre' },
  mail: { zh: '邮件快件', en: 'Mail' },
  parking: { zh: '停车', en: 'Parking' },
  move: { zh: '搬运', en: 'Moving' },
  fitout: { zh: '装修', en: 'Fit-out' },
  patrol: { zh: '巡视保洁', en: 'Patrol and cleaning' },
  notice: { zh: '通知', en: 'Notices' },
  emergency: { zh: '应急', en: 'Emergency' },
  general: { zh: '通用', en: 'General' },
}

export const phraseRefusals = {
  taboo: {
    zh: '对外文字中有服务忌语。请改用建议说法；确需保留的，请写明理由。',
    en: 'The text to the customer holds words the house does not say. Please use the better wording, or give a reason for keeping them.',
  },
  instead: (phrase: string, instead: string): Both => ({
    zh: `“${phrase}”是服务忌语，建议说：${instead}`,
    en: `The house does not say “${phrase}”. Better: ${instead}`,
  }),
  despite: { zh: '理由应为 5 到 300 个字。', en: 'The reason must have 5 to 300 characters.' },
  badMatcher: {
    zh: '识别写法至少两个字，最多 40 个字，“…”最多两处。',
    en: 'A way of recognising needs two characters or more, at most 40, and at most two “…”.',
  },
  needsBetter: { zh: '忌语必须有建议说法。', en: 'What is not said needs what is said instead.' },
  onlyTaboos: {
    zh: '只有忌语才有建议说法和识别写法。',
    en: 'Only what is not said has a better wording and ways of recognising it.',
  },
  selfTaboo: {
    zh: '建议说法本身含有忌语。',
    en: 'The better wording itself holds words the house does not say.',
  },
  needsEnglish: { zh: '常用英语必须有英文。', en: 'An English line needs its English.' },
  alreadyThere: { zh: '同类中已有这一句。', en: 'This phrase is already in the book.' },
  changedMeanwhile: {
    zh: '这一句刚刚被别人改过，请重新打开再改。',
    en: 'Somebody has just changed this phrase. Open it again and make your change.',
  },
  nothingChanged: { zh: '没有改动。', en: 'Nothing was changed.' },
} as const
