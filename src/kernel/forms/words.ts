import type { Both } from '#lib/language.ts'

export const copyRefusals = {
  noSuchCopy: { zh: '没有这一联。', en: 'There is no such copy.' },
  copyVoid: { zh: '单据已作废。', en: 'The paper is void.' },
  copyHanded: { zh: '这一联已有人签收。', en: 'This copy was already handed over.' },
} as const satisfies Record<string, Both>
