/** The field's own words. What a job says of itself is in its module. */
export const words = {
  brand: { zh: '中庭 · 现场', en: 'Atrium · Field' },
  jobs: { zh: '我的工单', en: 'My jobs' },
  find: { zh: '查找', en: 'Find' },
  inbox: { zh: '消息', en: 'Inbox' },
  me: { zh: '我的', en: 'Me' },
  notStaff: { zh: '这里是工作人员的现场页面。', en: 'This page is for staff.' },
  toPortal: { zh: '去客户之家', en: 'Go to the tenant portal' },

  // jobs
  mine: { zh: '手上的工单', en: 'In my hands' },
  pool: { zh: '待接的工单', en: 'Waiting to be taken' },
  doneToday: { zh: '今天完成', en: 'Done today' },
  noJobs: { zh: '手上没有工单', en: 'No jobs in your hands' },
  noJobsHelp: { zh: '新派来的工单会自动出现在这里。', en: 'New jobs appear here by themselves.' },
  poolEmpty: { zh: '没有待接的工单', en: 'Nothing is waiting to be taken' },
  noTime: { zh: '未限时', en: 'No deadline' },
  commonArea: { zh: '公共区域', en: 'Common area' },
  unsentHere: (count: number) => ({ zh: `${count} 步未发送`, en: `${count} steps not sent` }),
  asOf: (when: string) => ({ zh: `离线，显示 ${when} 的内容`, en: `Offline, as of ${when}` }),

  // job
  call: (name: string) => ({ zh: `打电话给${name}`, en: `Call ${name}` }),
  more: { zh: '其他操作', en: 'More' },
  moreOf: (number: string) => ({ zh: `${number} 其他操作`, en: `${number}: other steps` }),
  notYet: { zh: '现在还不能', en: 'Not possible yet' },
  nothingNow: { zh: '目前没有需要您做的步骤', en: 'Nothing for you to do here now' },
  sendFirst: {
    zh: '前面的步骤还没有发送；联网发送后才有金额，客户才能签认',
    en: 'Earlier steps are not sent yet: the amount to sign for is known once they are',
  },
  closed: { zh: '此单已结束', en: 'This job is closed' },
  timeline: { zh: '进程', en: 'Timeline' },
  showTimeline: { zh: '查看进程', en: 'Show the timeline' },
  kept: {
    zh: '没有网络，已保存在手机上，联网后自动发送',
    en: 'No network: kept on this phone, sent when it is back',
  },
  sent: (what: string) => ({ zh: `${what}：已完成`, en: `${what}: done` }),
  notThere: { zh: '没有这张单', en: 'There is no such job' },
  notThereHelp: { zh: '单号可能有误，或您无权查看。', en: 'The number may be wrong, or you may not see it.' },
  asOnPhone: {
    zh: '以下按手机上尚未发送的步骤显示',
    en: 'Shown as it will be once the steps on this phone are sent',
  },
  nothingAsked: { zh: '确认后立即生效。', en: 'Takes effect as soon as you confirm.' },
  addNote: { zh: '写备注', en: 'Write a note' },
  noteText: { zh: '备注内容', en: 'Note' },

  // unsent
  unsent: { zh: '未发送', en: 'Not sent yet' },
  unsentHelp: {
    zh: '这些步骤只在这部手机上。请不要清除浏览器数据。',
    en: 'These steps are on this phone only. Do not clear the browser’s data.',
  },
  nothingUnsent: { zh: '全部已发送', en: 'Everything has been sent' },
  waitingSince: { zh: '保存于', en: 'Kept at' },
  refused: { zh: '被退回', en: 'Refused' },
  waits: { zh: '等待发送', en: 'Waiting' },
  sendNow: { zh: '现在发送', en: 'Send now' },
  tryAgain: { zh: '再试一次', en: 'Try again' },
  discard: { zh: '丢弃', en: 'Discard' },
  discardTitle: { zh: '丢弃这一步？', en: 'Discard this step?' },
  discardBody: (what: string) => ({
    zh: `“${what}”和填写的内容将从手机上删除，不会发送。`,
    en: `“${what}” and what was typed are deleted from this phone and never sent.`,
  }),
  toJob: { zh: '打开工单', en: 'Open the job' },
  leaveTitle: { zh: '还有未发送的步骤', en: 'Some steps have not been sent' },
  leaveBody: (count: number) => ({
    zh: `有 ${count} 步还在手机上。退出后，您下次在这部手机登录时才会发送。`,
    en: `${count} steps are still on this phone. They are sent only when you sign in here again.`,
  }),
  leave: { zh: '仍然退出', en: 'Sign out anyway' },
  photosCount: (count: number) => ({ zh: `${count} 张照片`, en: `${count} photos` }),

  // find
  findHint: { zh: '单号、单元、客户、电话、拼音', en: 'Number, unit, customer, phone, pinyin' },
  scan: { zh: '扫码', en: 'Scan' },
  scanHelp: { zh: '把单子上的二维码或条码放进框内', en: 'Hold the code on the slip inside the frame' },
  noCamera: {
    zh: '不能使用相机，请输入单号。',
    en: 'The camera cannot be used. Please type the number.',
  },
  foundCases: { zh: '工单', en: 'Jobs' },
  foundUnits: { zh: '单元', en: 'Units' },
  foundNone: { zh: '没有找到', en: 'Nothing found' },
  vacant: { zh: '空置', en: 'Vacant' },
} as const
