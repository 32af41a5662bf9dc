/** The portal's own words: its name and its tabs. */
export const words = {
  brand: { zh: '客户之家', en: 'Tenant portal' },
  home: { zh: '首页', en: 'Home' },
} as const
