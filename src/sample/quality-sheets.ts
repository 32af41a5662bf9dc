import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoInstant, plusDays, plusMonths } from '#lib/time.ts'
import { noteSheet, signSheet } from '#modules/overview/server/queries-quality.ts'
import { type ScoredDepartment, scoredDepartments } from '#modules/overview/slip.ts'
import { staffWith } from './people.ts'
import type { Stage } from './tale.ts'

const months = 3

/** 部门服务质量监控: each of the last months, scored on the third of the next and noted on the fifth. */
export async function signQuality(tx: Tx, house: House, { staff, now, luck }: Stage): Promise<void> {
  const [manager, pm] = [staffWith(staff, 'CSM'), staffWith(staff, 'PM')]
  const thisMonth = `${dateOf(now).slice(0, 7)}-01`
  for (let back = months; back > 0; back -= 1) {
    const month = plusMonths(thisMonth, -back).slice(0, 7)
    const next = plusMonths(thisMonth, 1 - back)
    const [signed, noted] = [atClock(plusDays(next, 2), '16:20'), atClock(plusDays(next, 4), '10:05')]
    for (const department of scoredDepartments) {
      const at = { month, department }
      if (signed <= now)
        await signSheet(tx, houseAt(house, signed), manager, at, { version: 0, ...scoresOf(department, luck) })
      if (noted <= now) await noteSheet(tx, houseAt(house, noted), pm, at, { version: 1, remark: luck.pick(remarks) })
    }
  }
}

const houseAt = (house: House, at: IsoInstant): House => ({ ...house, now: () => at })

function scoresOf(department: ScoredDepartment, luck: Stage['luck']) {
  const part = (least: number) => luck.between(least, 24)
  return {
    complaints: part(department === 'cleaning' ? 17 : 19),
    serviceSlips: part(20),
    patrols: part(19),
    survey: part(18),
    comment: luck.pick(comments[department]),
  }
}

const comments: Readonly<Record<ScoredDepartment, readonly string[]>> = {
  security: [
    '门岗礼仪有进步，货梯厅值守仍需加强；车库高峰疏导及时。',
    '访客登记规范，夜间巡更有两次漏点，已要求补训。',
    '投诉较上月减少，固定车位管理见效。',
  ],
  engineering: [
    '空调类报修响应及时，同类问题仍有重复，整改措施要落到班组。',
    '服务单按时完成率较好，配件等待时间偏长。',
    '电梯维保时段调整后投诉下降，继续保持。',
  ],
  cleaning: [
    '大堂和公共卫生间较好，入室保洁要加强桌面物品管理。',
    '雨天保障到位，地毯清洗排期仍有拖延。',
    '夜间保洁抽查合格，租摆养护需要顶岗。',
  ],
}
const remarks = ['同意，请各部门按意见整改', '已阅，下月例会跟进', ''] as const
