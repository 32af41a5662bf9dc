/** Complaints by HTTP: taken for a company of the cast, sent to the departments, and what those departments then do. */
import type { CaseView } from '#kernel/process/view.ts'
import { departmentDesk, type DepartmentDesk } from './department-desk.ts'
import type { Answer, Somebody, TestHouse, tenants } from './house.ts'

export interface ComplaintDesk extends DepartmentDesk {
  /** takes a complaint of a company of the cast and gives its number */
  take(who: Somebody, more?: object, company?: keyof typeof tenants | null): Promise<string>
  asks(who: Somebody, more?: object, company?: keyof typeof tenants | null): Promise<Answer>
  /** numbers of what was raised out of it, of one process */
  raisedFrom(number: string, process: 'service-slip' | 'corrective-action'): Promise<string[]>
  /** the department does its slip, and the desk finds it well done */
  work(who: Somebody, slip: string, verifier?: Somebody): Promise<void>
  /** the department's plan, and the manager's acceptance unless it is left out */
  plan(who: Somebody, plan: string, judge?: Somebody | null): Promise<void>
  /** the superior's acceptance of the oldest open escalation about it, with or without an instruction */
  accepts(who: Somebody, number: string, instruction: string): Promise<Answer>
}

/** What a customer says on the telephone at nine. */
export const said = (here: TestHouse, more: object = {}) => ({
  apologised: true,
  channel: 'phone',
  complainant: 'customer',
  complainantName: '秦澜',
  company: '澄霁信息技术有限公司',
  complainantPhone: '19900001234',
  location: '1-1701 会议室',
  occurredAt: here.house.now(),
  category: 'temperature',
  problem: '会议室三十度，无法开会',
  direct: true,
  ...more,
})
const lineTo = (here: TestHouse, department: string, minutes = 60) => ({
  department,
  requiredBy: new Date(Date.parse(here.house.now()) + minutes * 60_000).toISOString(),
  content: `请${department === 'engineering' ? '恢复制冷' : '核对空调费'}`,
})
export const slipsTo = (here: TestHouse, ...departments: string[]) => ({
  serviceSlips: departments.map((department) => lineTo(here, department)),
})
export const content = {
  how: 'phone',
  spokeWith: '秦澜',
  conclusion: 'satisfied',
  timeliness: 5,
  attitude: 5,
  quality: 5,
  opinion: '谢谢',
}
export const discontent = { ...content, conclusion: 'dissatisfied', opinion: '又热了', handling: '工程部再次检查' }

export function complaintDesk(here: TestHouse): ComplaintDesk {
  const base = departmentDesk(here, 'complaint')
  const slips = departmentDesk(here, 'service-slip')
  const plans = departmentDesk(here, 'corrective-action')
  const units = { chengji: '1-1701', fengyao: '1-1707' } as const
  const asks: ComplaintDesk['asks'] = (who, more = {}, company = 'chengji') => {
    const header =
      company === null
        ? { customerId: null, unitId: null, contactId: null }
        : { customerId: here.customer[company], unitId: here.unit[units[company]] ?? null, contactId: null }
    return here.ask(who, 'POST', '/api/complaint', { header, input: said(here, more) })
  }
  return {
    ...base,
    asks,
    async told(who, number) {
      // One pass delivers a batch, and a walk of this length leaves several.
      for (let batch = 0; batch < 4; batch += 1) await here.pass(0)
      return base.told(who, number)
    },
    async take(who, more = {}, company = 'chengji') {
      const answer = await asks(who, more, company)
      if (answer.status !== 201) throw new Error(`${who} takes: ${answer.status} ${answer.text}`)
      return (answer.body as unknown as CaseView).number
    },
    async raisedFrom(number, process) {
      const { linked } = await base.read('shen', number)
      return linked.filter((one) => one.process === process).map((one) => one.number)
    },
    async work(who, slip, verifier = 'lu') {
      await slips.step(who, slip, 'accept')
      await slips.step(who, slip, 'finish', { result: '已处理' })
      await slips.step(verifier, slip, 'verify', {})
    },
    async plan(who, number, judge = 'lin') {
      const later = '2027-12-31'
      await plans.step(who, number, 'submitPlan', {
        causes: ['machine'],
        causeText: '阀门卡死',
        responsible: '王志勇',
        corrective: '更换阀门',
        correctiveBy: later,
        preventive: '列入日检',
        preventiveBy: later,
      })
      if (judge !== null) await plans.step(judge, number, 'acceptPlan')
    },
    async accepts(who, number, instruction) {
      const mine = await here.ask(who, 'GET', '/api/escalations')
      const rows = mine.body['items'] as { id: string; number: string; raisedAt: string; acceptedAt: string | null }[]
      const oldest = rows
        .filter((row) => row.number === number && row.acceptedAt === null)
        .toSorted((one, other) => one.raisedAt.localeCompare(other.raisedAt))[0]
      if (oldest === undefined) throw new Error(`nothing waits for ${who} about ${number}`)
      return here.ask(who, 'POST', `/api/escalations/${oldest.id}/accept`, { instruction })
    },
  }
}
