/** The button that prints the register of a day. */
export const daily = {
  button: { zh: '打印当日记录表', en: 'Print daily register' },
  title: (name: string) => ({ zh: `${name}记录表 F-31`, en: `${name} register F-31` }),
  date: { zh: '日期', en: 'Date' },
} as const
