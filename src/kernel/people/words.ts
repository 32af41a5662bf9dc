import type { Both } from '#lib/language.ts'
import type { Role } from '#kernel/process/roles.ts'

/** What people and their ways in are called, and every refusal about them. */
export const peopleWords = {
  signInFailed: {
    zh: '登录名或密码不对，或该账号不能登录。',
    en: 'The name or the password is wrong, or this account cannot sign in.',
  },
  signInSlow: { zh: '尝试次数太多，请稍后再试。', en: 'Too many attempts. Please try again later.' },
  codeWrong: { zh: '验证码不对或已用过。', en: 'The code is wrong or has been used.' },
  factorOn: {
    zh: '两步验证已经启用，请先停用再重新绑定。',
    en: 'Two-step sign-in is already on. Switch it off before binding another device.',
  },
  factorOff: { zh: '两步验证没有启用。', en: 'Two-step sign-in is not on.' },
  factorDemanded: {
    zh: '本单位要求员工使用两步验证，不能停用。',
    en: 'Two-step sign-in is required for staff here and cannot be switched off.',
  },
  factorNotStarted: { zh: '请先扫描二维码，再输入验证码。', en: 'Scan the code first, then enter the six digits.' },
  oldPasswordWrong: { zh: '原密码不对。', en: 'The old password is wrong.' },
  passwordTooShort: { zh: '密码至少 8 个字符。', en: 'A password has at least 8 characters.' },
  passwordTooLong: { zh: '密码至多 128 个字符。', en: 'A password has at most 128 characters.' },
  passwordCommon: {
    zh: '这个密码太常见，容易被猜中，请换一个。',
    en: 'This password is too common and easily guessed. Choose another one.',
  },
  passwordAboutYou: {
    zh: '密码不要用姓名、公司、大厦或登录名拼成，请换一个。',
    en: 'Do not build the password from your name, company, building or sign-in name.',
  },
  passwordSame: { zh: '新密码与原密码相同。', en: 'The new password is the old one.' },
  newPasswordFirst: { zh: '请先设置您自己的密码。', en: 'Please set a password of your own first.' },
  factorFirst: { zh: '请先绑定两步验证。', en: 'Please set up two-step sign-in first.' },
  loginTaken: { zh: '这个登录名已被使用。', en: 'This sign-in name is already taken.' },
  badLogin: {
    zh: '登录名只能用文字、数字和 . _ @ + -，2 到 120 个字符。',
    en: 'A sign-in name has 2 to 120 letters, digits or . _ @ + -',
  },
  noLoginName: {
    zh: '该联系人没有可用来登录的手机号或邮箱。',
    en: 'This contact has no mobile number or e-mail that can be used to sign in.',
  },
  staffNumberTaken: { zh: '这个工号已被使用。', en: 'This staff number is already taken.' },
  superiorCycle: {
    zh: '不能把本人的下属设为本人的上级。',
    en: 'A subordinate cannot become the superior of his own superior.',
  },
  superiorNeeded: {
    zh: '除总经理外，每名员工必须有且只有一名直接上级。',
    en: 'Everybody but the general manager has exactly one direct superior.',
  },
  superiorUnknown: { zh: '所选上级不存在或已停用。', en: 'The chosen superior does not exist or is no longer active.' },
  isSuperior: {
    zh: '仍有下属向他汇报，请先为他们更换直接上级。',
    en: 'People still report to this person. Give them another superior first.',
  },
  holdsPortfolio: {
    zh: '仍有客户归他负责，请先移交。',
    en: 'Customers still belong to this person. Hand them over first.',
  },
  notYourself: { zh: '不能对自己办理此项。', en: 'You cannot do this to yourself.' },
  notTheRequester: { zh: '申请人不能批准自己的申请。', en: 'Who asked cannot be who approves.' },
  notYourDepartment: { zh: '您只能批准本部门员工的角色。', en: 'You may approve roles of your own department only.' },
  alreadyDecided: { zh: '这项申请已经处理。', en: 'This request has already been decided.' },
  alreadyRequested: { zh: '该员工已有一项角色申请等待批准。', en: 'A request for this person is already waiting.' },
  personInactive: { zh: '该人员已停用。', en: 'This person is no longer active.' },
  guardCollects: {
    zh: '安保人员不得兼任收费、催费岗位。',
    en: 'Guards may not hold a post that charges or collects money.',
  },
  systemTouchesBusiness: {
    zh: '系统管理员不得兼任业务岗位。',
    en: 'The system administrator may not hold a post with business data.',
  },
  authorityNeeded: {
    zh: '客户管理员账号只能给授权负责人。',
    en: 'Only an authorised contact may hold the company administrator account.',
  },
  accountFirst: {
    zh: '该联系人仍持有客户管理员账号，请先更改账号权限。',
    en: 'This contact still holds the company administrator account. Change that first.',
  },
  accountMissing: { zh: '该联系人还没有账号。', en: 'This contact has no account yet.' },
} as const satisfies Record<string, Both>

/** Events of the security log; those told to the person himself read as sentences. */
export const securityWords = {
  signedIn: { zh: '登录', en: 'Signed in' },
  signInFailed: { zh: '登录失败', en: 'Sign-in failed' },
  factorFailed: { zh: '两步验证失败', en: 'Second step failed' },
  signedOut: { zh: '退出', en: 'Signed out' },
  newBrowser: {
    zh: '您的账号在一个新的浏览器上登录。如非本人操作，请立即修改密码。',
    en: 'Your account was used in a new browser. If it was not you, change the password now.',
  },
  passwordChanged: { zh: '您的密码已修改。', en: 'Your password was changed.' },
  passwordReset: {
    zh: '管理员为您的账号发放了一次性初始密码。',
    en: 'A one-time initial password was issued for your account.',
  },
  factorSet: { zh: '您的账号已启用两步验证。', en: 'Two-step sign-in was switched on for your account.' },
  factorRemoved: { zh: '您的账号已停用两步验证。', en: 'Two-step sign-in was switched off for your account.' },
  recoveryUsed: { zh: '您使用了一个恢复码登录。', en: 'A recovery code was used to sign in to your account.' },
  recoveryRenewed: { zh: '您的恢复码已全部更换。', en: 'Your recovery codes were replaced.' },
  rolesRequested: { zh: '角色申请', en: 'Roles requested' },
  rolesChanged: { zh: '您的角色已变更，请重新登录。', en: 'Your roles were changed. Please sign in again.' },
  rolesRefused: { zh: '角色申请未批准', en: 'Roles refused' },
  sessionsEnded: { zh: '会话已结束', en: 'Sessions ended' },
  personCreated: { zh: '建立人员', en: 'Person created' },
  personChanged: { zh: '修改人员资料', en: 'Person changed' },
  deactivated: { zh: '停用', en: 'Deactivated' },
  reactivated: { zh: '恢复', en: 'Reactivated' },
  accountOpened: { zh: '开通账号', en: 'Account opened' },
  accountClosed: { zh: '关闭账号', en: 'Account closed' },
} as const satisfies Record<string, Both>
export type SecurityEvent = keyof typeof securityWords

export const roleWords: Readonly<Record<Role, Both>> = {
  GM: { zh: '总经理', en: 'General manager' },
  PM: { zh: '项目经理', en: 'Project manager' },
  CSM: { zh: '客服部经理', en: 'Customer service manager' },
  CSS: { zh: '客服主管', en: 'Customer service supervisor' },
  CSA: { zh: '客服助理', en: 'Customer service assistant' },
  REC: { zh: '前台接待员', en: 'Receptionist' },
  MAIL: { zh: '邮件分拣员', en: 'Mail clerk' },
  OPR: { zh: '总机话务员', en: 'Switchboard operator' },
  MTG: { zh: '会议服务员', en: 'Meeting attendant' },
  BCC: { zh: '商务中心文员', en: 'Business centre clerk' },
  CANT: { zh: '餐厅监督员', en: 'Canteen supervisor' },
  ARC: { zh: '档案管理员', en: 'Archivist' },
  ENGM: { zh: '工程部经理', en: 'Engineering manager' },
  ENG: { zh: '工程维修工', en: 'Engineer' },
  SECM: { zh: '安保部经理', en: 'Security manager' },
  SEC: { zh: '安保员', en: 'Guard' },
  CLNM: { zh: '环境主管', en: 'Environment supervisor' },
  FINM: { zh: '计划财务部经理', en: 'Finance manager' },
  FIN: { zh: '收费员', en: 'Finance clerk' },
  LEA: { zh: '租赁专员', en: 'Leasing officer' },
  HR: { zh: '人事专员', en: 'Personnel officer' },
  SYS: { zh: '系统管理员', en: 'System administrator' },
  TADM: { zh: '客户授权负责人', en: 'Company administrator' },
  TFIN: { zh: '客户财务联系人', en: 'Company finance contact' },
  TUSR: { zh: '客户员工', en: 'Company employee' },
  GUEST: { zh: '扫码报修人', en: 'Guest at the door' },
  CLOCK: { zh: '系统', en: 'System' },
}

export const departmentWords = {
  company: { zh: '公司', en: 'Company' },
  project: { zh: '项目', en: 'Project' },
  customerService: { zh: '客服部', en: 'Customer service' },
  engineering: { zh: '工程部', en: 'Engineering' },
  security: { zh: '安保部', en: 'Security' },
  cleaning: { zh: '保洁部', en: 'Cleaning' },
  finance: { zh: '计划财务部', en: 'Finance' },
  leasing: { zh: '租赁部', en: 'Leasing' },
  hr: { zh: '人事行政部', en: 'Personnel' },
  it: { zh: '信息', en: 'Information' },
} as const satisfies Record<string, Both>

export const authorityWords = {
  authorised: { zh: '授权负责人', en: 'Authorised person' },
  finance: { zh: '财务', en: 'Finance' },
  administration: { zh: '行政', en: 'Administration' },
  emergency: { zh: '紧急联系人', en: 'Emergency contact' },
  fireSafety: { zh: '消防安全负责人', en: 'Fire safety' },
  recipient: { zh: '收件人', en: 'Mail recipient' },
  release: { zh: '放行签字人', en: 'Signs release slips' },
} as const satisfies Record<string, Both>

export const signInWords = {
  idle: { zh: '无操作多久后需重新登录', en: 'A sign-in ends after this long without use' },
  session: { zh: '登录后最长有效时间', en: 'A sign-in lasts this long at most' },
} as const satisfies Record<string, Both>
