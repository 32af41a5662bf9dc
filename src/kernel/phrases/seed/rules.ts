import type { PhraseSpec } from '../view.ts'
import { phrase } from './phrase.ts'

/** How a complaint is met (plan, 客户服务; domain §2.5.5). */
const attitude: readonly (readonly [string, string])[] = [
  ['不要辩解。', 'Do not defend yourself.'],
  ['先道歉，表示同情和理解。', 'Apologise and sympathise first.'],
  ['立即采取行动。', 'Act at once.'],
  ['不要找借口。', 'Make no excuses.'],
  ['不要把责任推给别人。', 'Do not put the blame on others.'],
  ['不要盲目承认一切过错。', 'Do not blindly admit everything.'],
  ['耐心倾听，不作评判，不打断客户。', 'Listen without judging and without interrupting.'],
  ['面对面时注视客户，电话里让声音带着微笑。', 'Look at the customer; on the telephone, let your voice smile.'],
  ['最后致谢：“谢谢你将此事告知我们。”', 'Close with thanks: “Thank you for bringing this to our attention.”'],
]

/** How the telephone is answered (plan, 电话用语、礼貌培训). */
const telephone: readonly (readonly [string, string])[] = [
  ['手边常备纸笔。', 'Keep pen and paper at hand.'],
  ['铃响三声之内接听；录音留言五声之内。', 'Answer within three rings; voice mail within five.'],
  ['先报公司或部门名称，再报自己的名字。', 'Say the company or department first, then your own name.'],
  ['讲普通话，声音低而慢，发音清晰，语气喜气热诚。', 'Speak clearly, low and slowly, cheerfully and warmly.'],
  ['听时不打断，回答不离题。', 'Do not interrupt; answer to the point.'],
  ['按姓氏尊称来电者。', 'Address callers by their surname.'],
  ['留言要笔录，并复述姓名和电话号码。', 'Write messages down, and read back name and number.'],
  ['以礼巧问姓名，不盘问。', 'Ask for the name courteously; never interrogate.'],
  [
    '先问对方是否愿意等待；等待不超过一分钟，重新接听先致谢。',
    'Ask first whether they wish to hold; never longer than a minute, and thank them when you return.',
  ],
  [
    '转接前告诉对方转给谁；无人接听须转回，不转后不顾。',
    'Say to whom you are putting them through; if nobody answers, take the call back.',
  ],
  ['主动提供进一步协助。', 'Offer further help.'],
  ['让来电者先挂电话。', 'Let the caller hang up first.'],
  [
    '挂断后不当众议论来电者和谈话内容；一般查询也要登记、跟进、处理。',
    'Do not talk about the caller afterwards; log, follow up and settle every enquiry.',
  ],
]

export const attitudes: readonly PhraseSpec[] = attitude.map(([textZh, textEn], at) =>
  phrase('attitude', at + 1, 'complaint', textZh, { textEn }),
)
export const telephoneRules: readonly PhraseSpec[] = telephone.map(([textZh, textEn], at) =>
  phrase('rule', at + 1, 'telephone', textZh, { textEn }),
)
