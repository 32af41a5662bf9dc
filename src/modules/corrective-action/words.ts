import type { Both } from '#lib/language.ts'
import type { Words } from '#kernel/process/words.ts'
import type { correctiveAction } from './process.ts'
import { fields } from './words/fields.ts'
import { options } from './words/options.ts'

/** 纠正/预防措施 in both languages. */
export const words = {
  name: { zh: '纠正预防', en: 'Corrective action' },
  paper: { zh: '纠正/预防措施报告', en: 'Corrective and preventive action report' },
  states: {
    open: { zh: '待填', en: 'To be filled in' },
    planned: { zh: '措施已定', en: 'Planned' },
    accepted: { zh: '审核通过', en: 'Plan accepted' },
    done: { zh: '已实施', en: 'Carried out' },
    verified: { zh: '验证有效', en: 'Verified' },
    closed: { zh: '已关闭', en: 'Closed' },
    exempted: { zh: '已豁免', en: 'Exempted' },
  },
  actions: {
    submitPlan: { zh: '提交措施', en: 'Submit the plan' },
    acceptPlan: { zh: '审核通过', en: 'Accept the plan' },
    rejectPlan: { zh: '退回重填', en: 'Reject the plan' },
    implement: { zh: '报告实施', en: 'Report it carried out' },
    verify: { zh: '验证效果', en: 'Verify the effect' },
    exempt: { zh: '豁免', en: 'Exempt' },
    close: { zh: '关闭', en: 'Close' },
  },
  needs: {
    kindNamed: { zh: '请选择问题类别', en: 'Choose the kind of trouble' },
    yourDepartment: { zh: '请由责任部门负责人填报', en: 'The head of the responsible department fills this in' },
    daysAhead: { zh: '完成日不能早于今天', en: 'A completion day cannot lie in the past' },
    yoursToJudge: {
      zh: '请由客服部经理办理；客服部自己的报告由项目经理办理',
      en: 'The customer service manager decides; about customer service itself, the property manager',
    },
    notYourOwnPlan: {
      zh: '不得审核、验证自己提交的措施，请由他人办理',
      en: 'Nobody judges his own plan: leave it to another',
    },
    waitedLongEnough: {
      zh: '实施后时间太短，效果还看不出来，请到期再验证',
      en: 'Too soon to tell whether it helped: verify when the waiting time is over',
    },
  },
  clocks: {
    plan: { zh: '提交措施', en: 'Submit the plan' },
    accept: { zh: '审核措施', en: 'Judge the plan' },
    implement: { zh: '实施措施', en: 'Carry it out' },
    verify: { zh: '验证效果', en: 'Verify the effect' },
  },
  fields,
  options,
  papers: { report: { zh: '纠正/预防措施报告', en: 'Corrective and preventive action report' } },
  more: {
    // where the paper goes
    desk: { zh: '客服部', en: 'Customer service' },

    // why a report went up
    plan: { zh: '措施未按时提交', en: 'Plan not submitted in time' },
    accept: { zh: '措施未及时审核', en: 'Plan not judged in time' },
    implement: { zh: '措施未按时实施', en: 'Not carried out in time' },
    verify: { zh: '效果未按时验证', en: 'Effect not verified in time' },
    systemic: { zh: '同类问题重复发生（系统性）', en: 'The same trouble again (systemic)' },
  },
} as const satisfies Words<typeof correctiveAction>

/** The numbers of parameters.ts, as the settings page names them. */
export const parameterWords = {
  'corrective.plan_wd': { zh: '提交纠正措施时限', en: 'Time to submit the plan' },
  'corrective.accept_wd': { zh: '审核纠正措施时限', en: 'Time to judge the plan' },
  'corrective.verify_after_days': { zh: '实施后多少天方可验证', en: 'Days before the effect may be verified' },
  'corrective.verify_by_days': { zh: '实施后多少天内须验证', en: 'Days in which the effect is verified' },
  'corrective.systemic_count': { zh: '同类问题几次即为系统性', en: 'Times the same trouble makes it systemic' },
  'corrective.systemic_days': { zh: '系统性问题统计天数', en: 'Days counted for systemic trouble' },
} as const satisfies Readonly<Record<string, Both>>
