import type { Both } from '#lib/language.ts'

/** What a tenant is asked about the place of his request. */
export const unitWords = {
  which: { zh: '哪个单元', en: 'Which unit' },
  commonArea: { zh: '公共区域', en: 'Common area' },
} as const satisfies Readonly<Record<string, Both>>
