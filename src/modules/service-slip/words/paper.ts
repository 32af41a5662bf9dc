import type { Both } from '#lib/language.ts'

/** Words that stand only on F-41. */
export const paperWords = {
  customer: { zh: '客户', en: 'Customer' },
  unit: { zh: '单元', en: 'Unit' },
  requiredBy: { zh: '要求完成', en: 'Required by' },
  nth: { zh: '第 {n} 轮', en: 'Round {n}' },
  urgentMark: { zh: '加急', en: 'URGENT' },
  redoMark: { zh: '重做', en: 'REDO' },
  movedDate: {
    zh: '原要求 {from}，改期：{reason}（{by} {at}）',
    en: 'Was required by {from}; moved: {reason} ({by} {at})',
  },
  givenBack: {
    zh: '第 {n} 次结果（{responsible} {done}）：{result}；退回：{reason}（{by} {at}）',
    en: 'Result {n} ({responsible} {done}): {result}; given back: {reason} ({by} {at})',
  },
} as const satisfies Readonly<Record<string, Both>>
