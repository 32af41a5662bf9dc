import type { Both } from '#lib/language.ts'

/* The figures of domain §7 and how each is counted, as people read it. */

interface FigureWords {
  readonly says: Both
  readonly formula: Both
}

export const figureWords = {
  m1: {
    says: { zh: '报修接单及时率', en: 'Repairs accepted in time' },
    formula: {
      zh: '在优先级时限内接单的维修单 ÷ 当期送到工程部的维修单',
      en: 'Slips accepted within the limit of their priority ÷ slips delivered to engineering in the month',
    },
  },
  m2: {
    says: { zh: '报修到场及时率', en: 'Arrivals in time' },
    formula: {
      zh: '在预约时段或优先级时限内到场 ÷ 当期应到场的维修单（含已超时仍未到场）',
      en: 'Arrived within the appointment or the limit of the priority ÷ slips whose arrival was due in the month, overdue ones included',
    },
  },
  m3: {
    says: { zh: '报修及时完成率', en: 'Repairs finished in time' },
    formula: {
      zh: '时限内完成（扣除允许的暂停）÷ 当期应完成的维修单',
      en: 'Finished within the limit, allowed pauses deducted ÷ slips whose finish was due in the month',
    },
  },
  m4: {
    says: { zh: '报修完成率', en: 'Repairs finished' },
    formula: {
      zh: '当期完成 ÷（当期受理 + 上期结转），均不含取消和放弃',
      en: 'Finished in the month ÷ opened in the month or carried into it, cancelled and declined ones left out',
    },
  },
  m5: {
    says: { zh: '返修率', en: 'Rework' },
    formula: {
      zh: '返修 1 次以上，或完成后规定天数内同一单元同一类别再次报修 ÷ 当期完成',
      en: 'Reworked, or reported again for the same unit and category within the set days ÷ slips finished in the month',
    },
  },
  m6r: {
    says: { zh: '维修回访率', en: 'Repairs called back' },
    formula: {
      zh: '客户确有答复的维修单（未联系上不算）÷ 当期客户签认的维修单',
      en: 'Slips with a real answer, “not reached” is none ÷ slips signed in the month',
    },
  },
  m6c: {
    says: { zh: '投诉回访率', en: 'Complaints called back' },
    formula: {
      zh: '客户确有答复的投诉 ÷ 当期处理完毕的投诉',
      en: 'Complaints with a real answer ÷ complaints first solved in the month',
    },
  },
  m7: {
    says: { zh: '维修满意率', en: 'Satisfaction with repairs' },
    formula: {
      zh: '满意 + 基本满意 ÷ 当期有效答复（每单取最后一次；五分制平均 4 分以上计满意）',
      en: 'Satisfied or acceptable ÷ valid answers of the month, the last one of each slip; on the five-point scale a mean of 4 or more counts',
    },
  },
  m8: {
    says: { zh: '工单平均时长', en: 'Time from report to finish' },
    formula: {
      zh: '当期首次完成的维修单：完成 − 受理，平均、中位数和 P90；毛时长与扣除暂停的净时长，按类别',
      en: 'Slips first finished in the month: finish − report, as mean, median and P90, gross and net of pauses, by category',
    },
  },
  m9a: {
    says: { zh: '有偿维修收入', en: 'Income from repairs' },
    formula: { zh: '当期维修应收合计（含冲销）', en: 'Charges of repairs written in the month, reversals included' },
  },
  m9p: {
    says: { zh: '维修收费及时率', en: 'Repairs paid in time' },
    formula: {
      zh: '5 个工作日内收清的维修单 ÷ 当期开出费用的维修单',
      en: 'Slips paid in full within 5 working days ÷ slips billed in the month',
    },
  },
  m10n: {
    says: { zh: '投诉件数', en: 'Complaints' },
    formula: {
      zh: '当期受理的投诉，并案的重复投诉只计一件',
      en: 'Complaints registered in the month; joined duplicates count once',
    },
  },
  m10t: {
    says: { zh: '投诉率（按户）', en: 'Complaints per tenancy' },
    formula: {
      zh: '当期投诉件数 ÷ 期末在租户数（目标为年度值）',
      en: 'Complaints of the month ÷ tenancies live at its end (the target is for a year)',
    },
  },
  m10a: {
    says: { zh: '每万平方米投诉件数', en: 'Complaints per 10,000 m²' },
    formula: {
      zh: '当期投诉件数 ÷ 期末在租面积（万平方米）',
      en: 'Complaints of the month for each 10,000 m² let at its end',
    },
  },
  m11: {
    says: { zh: '投诉及时处理率（2 小时率）', en: 'Complaints solved in two hours' },
    formula: {
      zh: '受理后 2 小时内处理完毕 ÷ 当期受理的直接影响客户的投诉',
      en: 'Solved within 2 hours ÷ complaints with direct impact registered in the month',
    },
  },
  m12s: {
    says: { zh: '投诉处理率', en: 'Complaints solved' },
    formula: { zh: '已处理完毕 ÷ 当期受理', en: 'Solved ÷ registered in the month' },
  },
  m12c: {
    says: { zh: '投诉关闭率', en: 'Complaints closed satisfied' },
    formula: { zh: '客户满意而关闭 ÷ 当期受理', en: 'Closed with a satisfied customer ÷ registered in the month' },
  },
  m13a: {
    says: { zh: '升级率（一级）', en: 'Escalated to level 1' },
    formula: {
      zh: '升到一级（部门经理）的投诉 ÷ 当期受理',
      en: 'Complaints that reached level 1, the head of the department ÷ registered in the month',
    },
  },
  m13b: {
    says: { zh: '升级率（二级）', en: 'Escalated to level 2' },
    formula: {
      zh: '升到二级（项目经理）的投诉 ÷ 当期受理',
      en: 'Complaints that reached level 2, the project manager ÷ registered in the month',
    },
  },
  m13s: {
    says: { zh: '二级当日签收率', en: 'Level 2 accepted the same day' },
    formula: {
      zh: '当日签收 ÷ 升到二级的投诉',
      en: 'Accepted on the day they were raised ÷ complaints that reached level 2',
    },
  },
  m14: {
    says: { zh: '投诉一次满意率', en: 'Satisfied the first time' },
    formula: { zh: '第一轮即关闭 ÷ 当期满意关闭', en: 'Closed in round 1 ÷ closed satisfied in the month' },
  },
  m15: {
    says: { zh: '整改措施有效率', en: 'Effective corrective actions' },
    formula: {
      zh: '验证有效 ÷ 当期验证的纠正/预防措施',
      en: 'Verified effective ÷ corrective actions verified in the month',
    },
  },
  m15o: {
    says: { zh: '整改超期件数', en: 'Overdue corrective actions' },
    formula: {
      zh: '当期有时限超期的纠正/预防措施报告',
      en: 'Corrective actions that missed a promise due in the month',
    },
  },
  m16: {
    says: { zh: '服务单按时完成率', en: 'Service slips finished in time' },
    formula: {
      zh: '按时完成 ÷ 当期应完成的服务单，按责任部门',
      en: 'Finished in time ÷ service slips due in the month, by department',
    },
  },
  m28: {
    says: { zh: '意见答复率', en: 'Opinions answered' },
    formula: {
      zh: '3 个工作日内答复 ÷ 当期应答复的意见',
      en: 'Answered within 3 working days ÷ opinions whose answer was due in the month',
    },
  },
  m34: {
    says: { zh: '留言 10 分钟转交率', en: 'Messages handed over in 10 minutes' },
    formula: { zh: '时限内转交 ÷ 当期应转交的留言', en: 'Handed over in time ÷ messages due in the month' },
  },
  qComplaints: {
    says: { zh: '有关本部门的投诉', en: 'Complaints about the department' },
    formula: {
      zh: '当期受理、责任部门为本部门的投诉',
      en: 'Complaints registered in the month for which the department is responsible',
    },
  },
  qRedo: {
    says: { zh: '服务单退回率', en: 'Service slips given back' },
    formula: {
      zh: '验证退回 1 次以上 ÷ 当期应完成的服务单',
      en: 'Given back at least once ÷ service slips due in the month',
    },
  },
} as const satisfies Readonly<Record<string, FigureWords>>

export type FigureKey = keyof typeof figureWords
