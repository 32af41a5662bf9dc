import type { Both } from '#lib/language.ts'

/** Words that stand only on F-42. */
export const paperWords = {
  partFact: { zh: '一、不合格事实', en: 'Part 1: what went wrong' },
  partCause: { zh: '二、原因分析', en: 'Part 2: the cause' },
  partMeasures: { zh: '三、纠正与预防措施', en: 'Part 3: corrective and preventive measures' },
  partEffect: { zh: '四、效果验证', en: 'Part 4: the effect' },
  nth: { zh: '第 {n} 轮', en: 'Round {n}' },
  systemicMark: { zh: '系统性', en: 'SYSTEMIC' },
  exemptedMark: { zh: '豁免', en: 'EXEMPTED' },
  verification: { zh: '验证', en: 'Verification' },
  ineffectiveBy: { zh: '无效：{note}（{by} {at}）', en: 'Ineffective: {note} ({by} {at})' },
  until: { zh: '{what}（{day} 前）', en: '{what} (by {day})' },
} as const satisfies Readonly<Record<string, Both>>
