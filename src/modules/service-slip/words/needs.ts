import type { Both } from '#lib/language.ts'

/* Why a button is grey: what is missing, and what to do about it. */

export const needs = {
  requiredAhead: {
    zh: '要求完成时间已经过去，请填一个将来的时间',
    en: 'The required time has passed: give one that is still ahead',
  },
  noDebtCollection: {
    zh: '不得安排安保员参与催费，请转计划财务部或客服助理',
    en: 'Guards take no part in collecting debts: send it to finance or an assistant',
  },
  yourDepartment: { zh: '此单不是发给您所在部门的', en: 'This slip is for another department' },
  yourTeam: { zh: '只有责任部门负责人才能派人', en: 'Only the head of the department names the workers' },
  yourJob: {
    zh: '此单已派给他人，请由经办人或部门负责人办理',
    en: 'Others were named for this: leave it to them or to the head',
  },
  anotherTimeAhead: {
    zh: '请提出另一个将来的时间；不能只说办不了',
    en: 'Suggest a different time that is still ahead: a plain no is no answer',
  },
  headAfterInsisting: {
    zh: '派单方已坚持原时间，再要改期须由部门负责人提出',
    en: 'The sender insisted: only the head of the department may suggest again',
  },
  yourRequest: {
    zh: '请由派单人、客服部或项目经理办理',
    en: 'Leave it to the sender, the desk or the property manager',
  },
  stillPossible: {
    zh: '建议的时间已经过去，请坚持原时间或请部门另提时间',
    en: 'The suggested time has passed: insist, or have another suggested',
  },
  dateMoved: { zh: '新时间与原时间相同，请另填时间', en: 'That is the time it has already: give another' },
  notTheDoer: { zh: '经办人不得验证自己的工作，请由他人验证', en: 'Nobody verifies his own work: let another do it' },
  notTheDoingDepartment: {
    zh: '责任部门不得自行验证，请由其他部门的人验证',
    en: 'The department does not verify itself: somebody from outside does',
  },
} as const satisfies Readonly<Record<string, Both>>
