import type { Both } from '#lib/language.ts'

/* The words of joining reports of one trouble, which every process that joins spreads into its own dictionaries. */

export const joinedFields = {
  joinedCalls: { zh: '并案客户回访', en: 'Calls to those joined in' },
  joinedNumber: { zh: '并案单号', en: 'Joined slip' },
  joinedInto: { zh: '并入', en: 'Joined into' },
  said: { zh: '沟通内容', en: 'What was said' },
  satisfied: { zh: '满意', en: 'Satisfied' },
} as const satisfies Readonly<Record<string, Both>>

export const joinedActions = {
  join: { zh: '并案', en: 'Join into another' },
  callJoined: { zh: '回访并案客户', en: 'Call somebody joined in' },
} as const satisfies Readonly<Record<string, Both>>

export const joinedNeeds = {
  joinedHere: {
    zh: '此单号没有并入本单，请核对',
    en: 'That slip was not joined into this one: check the number',
  },
  notItself: { zh: '不能并入自己，请填另一张单号', en: 'It cannot be joined into itself: give another number' },
  nobodyJoined: {
    zh: '还有人在等此事，须办好并逐一回访后才能结束',
    en: 'Others wait for this too: it ends when it is settled and they have been called',
  },
} as const satisfies Readonly<Record<string, Both>>
