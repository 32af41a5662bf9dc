import type { Both } from '#lib/language.ts'
import type { Words } from '#kernel/process/words.ts'
import type { message } from './process.ts'

/** 留言 in both languages, in the words of the switchboard. */
export const words = {
  name: { zh: '留言', en: 'Message' },
  paper: { zh: '留言单', en: 'Message slip' },
  states: {
    taken: { zh: '已记录', en: 'Taken' },
    handed: { zh: '已转交', en: 'Handed over' },
    promised: { zh: '已签收待回告', en: 'Received, caller to be told' },
    acknowledged: { zh: '已签收', en: 'Received' },
    followed: { zh: '已回告来电者', en: 'Caller told' },
    expired: { zh: '过期', en: 'Expired' },
  },
  actions: {
    handOver: { zh: '转交留言', en: 'Hand over' },
    acknowledge: { zh: '签收', en: 'Sign for the message' },
    follow: { zh: '回告来电者', en: 'Tell the caller' },
    expire: { zh: '作过期处理', en: 'Let expire' },
  },
  needs: {
    numberReadBack: {
      zh: '请把电话号码向来电者复述一遍，核对无误后勾选',
      en: 'Read the telephone number back to the caller, then tick that it is right',
    },
    fullName: {
      zh: '请以礼询问来电者全名（如“请问阁下怎样称呼？”）；对方不愿留下时请勾选说明',
      en: 'Ask courteously for the caller’s full name, or tick that he did not wish to give it',
    },
    companyNamed: { zh: '请写明被找人所在公司', en: 'Name the company of the person asked for' },
    staffInSystem: {
      zh: '只有本公司员工的留言可在系统内转告，请选亲交、秘书或贴在电话机上',
      en: 'Only a message for our own staff can be handed over in the system; choose another way',
    },
    yours: { zh: '请由被找人本人或前台签收', en: 'To be signed for by the person it is for, or at the desk' },
    receiverNamed: { zh: '请写明签收人', en: 'Name who received the message' },
    laterDay: { zh: '次日起方可作过期处理', en: 'Wait until the next day before letting it expire' },
  },
  clocks: {
    hand: { zh: '转交目标', en: 'Hand over, target' },
    unhanded: { zh: '转交', en: 'Hand over' },
    review: { zh: '次日查看', en: 'Review next day' },
    follow: { zh: '回告来电者', en: 'Tell the caller' },
  },
  fields: {
    takenAt: { zh: '来电时间', en: 'Time of the call' },
    takenBy: { zh: '记录人', en: 'Taken by' },
    addressee: { zh: '留言给', en: 'For' },
    wantedStaff: { zh: '被找员工', en: 'Staff member asked for' },
    wantedName: { zh: '被找人', en: 'Person asked for' },
    wantedCompany: { zh: '被找人公司', en: 'Company of the person asked for' },
    wantedExtension: { zh: '分机', en: 'Extension' },
    callerName: { zh: '来电者全名', en: 'Caller’s full name' },
    nameWithheld: { zh: '来电者不愿留全名', en: 'Caller did not wish to give his full name' },
    callerCompany: { zh: '来电者公司全名', en: 'Caller’s company, in full' },
    callerPhone: { zh: '来电者电话', en: 'Caller’s telephone' },
    numberReadBack: { zh: '电话已复述核对', en: 'Number read back' },
    matter: { zh: '事由', en: 'Message' },
    wish: { zh: '要求', en: 'Wish' },
    bestTime: { zh: '最佳回电时间', en: 'Best time to call back' },
    followUp: { zh: '需回告来电者', en: 'Caller wants to be told' },
    how: { zh: '转交方式', en: 'Handed over by' },
    handedAt: { zh: '转交时间', en: 'Handed over at' },
    handedBy: { zh: '转交人', en: 'Handed over by whom' },
    receivedBy: { zh: '签收人', en: 'Received by' },
    acknowledgedAt: { zh: '签收时间', en: 'Received at' },
    signatureFile: { zh: '签收签名', en: 'Signature' },
    followedAt: { zh: '回告时间', en: 'Caller told at' },
    followedBy: { zh: '回告人', en: 'Caller told by' },
    followNote: { zh: '回告情况', en: 'What the caller was told' },
    expiryNote: { zh: '过期说明', en: 'Why it expired' },
  },
  options: {
    tenant: { zh: '客户', en: 'A tenant’s person' },
    staff: { zh: '本公司员工', en: 'Our own staff' },
    pleaseCall: { zh: '请回电', en: 'Please call back' },
    willCallAgain: { zh: '会再来电', en: 'Will call again' },
    urgent: { zh: '有急事', en: 'Urgent' },
    justTell: { zh: '仅转告', en: 'Just pass it on' },
    inPerson: { zh: '亲交', en: 'In person' },
    secretary: { zh: '交秘书', en: 'To the secretary' },
    onThePhone: { zh: '贴在电话机上', en: 'Left on the telephone' },
    inSystem: { zh: '系统内转告', en: 'In the system' },
  },
  papers: { slip: { zh: '留言单', en: 'Message slip' } },
  more: {
    // where copies go
    addressee: { zh: '被找人', en: 'Person asked for' },
    desk: { zh: '前台/总机留存', en: 'Desk' },

    // why a message went up
    unhanded: { zh: '留言未及时转交', en: 'Message not handed over in time' },
    review: { zh: '留言隔日未签收', en: 'Message not received by the next day' },
    follow: { zh: '未及时回告来电者', en: 'Caller not told in time' },
    hand: { zh: '转交超过目标时间', en: 'Handed over after the target' },
  },
} as const satisfies Words<typeof message>

/** The numbers of parameters.ts, as the settings page names them. */
export const parameterWords = {
  'message.hand_minutes': { zh: '留言转交目标', en: 'Target for handing over a message' },
  'message.unhanded_minutes': { zh: '留言未转交上报主管', en: 'A message not handed over goes to the supervisor' },
  'message.follow_minutes': { zh: '签收后回告来电者时限', en: 'Time to tell the caller after the receipt' },
} as const satisfies Readonly<Record<string, Both>>
