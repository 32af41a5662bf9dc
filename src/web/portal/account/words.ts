/** One's own account on the phones of field and portal. Signing in says its own words. */
export const words = {
  signOut: { zh: '退出登录', en: 'Sign out' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '6 位验证码或恢复码', en: 'Six digits or a recovery code' },
  passwordChanged: { zh: '密码已修改，其他设备已退出', en: 'Password changed; other devices were signed out' },
  changePassword: { zh: '修改密码', en: 'Change password' },
  enrol: { zh: '绑定两步验证', en: 'Set up two-step sign-in' },
  factorOn: { zh: '两步验证已启用', en: 'Two-step sign-in is on' },
  factorOff: { zh: '两步验证未启用', en: 'Two-step sign-in is off' },
  factorRemove: { zh: '停用两步验证', en: 'Switch two-step sign-in off' },
  factorRemoved: { zh: '两步验证已停用', en: 'Two-step sign-in switched off' },
  recoveryLeft: (count: number) => ({ zh: `剩余恢复码 ${count} 个`, en: `${count} recovery codes left` }),
  language: { zh: '语言', en: 'Language' },
  appearance: { zh: '外观', en: 'Appearance' },
  account: { zh: '账号', en: 'Account' },
  checking: { zh: '正在连接', en: 'Connecting' },
} as const
