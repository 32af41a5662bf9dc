/** The desk's own words: its name and its menu. */
export const words = {
  brand: { zh: '中庭', en: 'Atrium' },
  area: { zh: '客服工作台', en: 'Service desk' },
  workbench: { zh: '工作台', en: 'Workbench' },
} as const
