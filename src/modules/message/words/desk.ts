import type { Both } from '#lib/language.ts'

/** What is said to a caller while the slip is written: asked for with courtesy, never questioned (telephone rules 6, 10, 13). */
export const prompts = {
  title: { zh: '这样说', en: 'Say it like this' },
  ask: {
    zh: '“很抱歉，他刚出去办事。请阁下留下全名和电话，他一回来就能给您回电。”',
    en: '“I am sorry, he has just stepped out. If you leave your full name and number, he can call you as soon as he is back.”',
  },
  repeat: {
    zh: '“我把姓名和电话重复一遍，请您看对不对。”',
    en: '“Let me repeat your name and number, to be sure I have them right.”',
  },
  close: { zh: '“谢谢来电，我一定代您转达。”', en: '“Thank you for calling. I will make sure he gets your message.”' },
} as const satisfies Readonly<Record<string, Both>>
