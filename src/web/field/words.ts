/** The field's own words: its name and its tabs. */
export const words = {
  brand: { zh: '中庭 · 现场', en: 'Atrium · Field' },
  jobs: { zh: '我的工单', en: 'My jobs' },
} as const
