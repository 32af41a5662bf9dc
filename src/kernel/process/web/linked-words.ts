import type { Both } from '#lib/language.ts'
import type { LinkedView } from '../view.ts'

/** What the card of connected slips and the picker of an open slip say. */
export const words = {
  linked: { zh: '关联单据', en: 'Linked slips' },
  findOpen: { zh: '单号、客户、单元或内容', en: 'Number, customer, unit or words' },
  noOpen: { zh: '没有这样的未结单据', en: 'No such open slip' },
} as const satisfies Readonly<Record<string, Both>>

/** How the other slip stands to this one. */
export const relations: Readonly<Record<`${LinkedView['kind']}.${LinkedView['way']}`, Both>> = {
  'raised.up': { zh: '来自', en: 'Came from' },
  'raised.down': { zh: '由此发出', en: 'Sent out from this slip' },
  'joined.up': { zh: '已并入', en: 'Joined into' },
  'joined.down': { zh: '并入本单', en: 'Joined into this slip' },
}
