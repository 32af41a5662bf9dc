import type { Chance } from './random.ts'

/** What people say and write on the slips of the sample. */
export const decisions = {
  tools: ['人字梯', '万用表', '管道疏通机', '电钻', '绝缘手套', '吸尘器', '测温仪'],
  cancelled: ['客户来电：已自行恢复', '重复报修，已并入前一张工单', '客户搬移工位，暂不需要', '现场确认无故障'],
  withdrawn: ['自己重启后好了', '填错了位置', '同事已经报过'],
  declined: ['客户认为费用偏高，自行处理', '客户改请自己的装修公司', '客户暂缓施工', '客户决定更换整套设备'],
  rejected: ['试用时又出现同样问题', '接缝处仍有渗水', '颜色与原墙面不一致', '关门仍有响声', '有一处没有处理到'],
  unhappy: ['第二天又坏了', '现场没有清理干净', '修好后噪声更大', '约定时间没有到'],
  opinions: [
    '师傅态度很好',
    '处理及时',
    '希望提前十分钟打电话',
    '现场收拾得很干净',
    '价格合理',
    '来得很快，谢谢',
    '建议增加备件',
  ],
  suspended: {
    awaitMaterial: '配件已订，到货后继续，已告知客户',
    awaitThirdParty: '等待维保单位到场，已告知客户',
    customerAgreed: '客户正在开会，同意改期',
    awaitCustomer: '客户临时外出，房间无法进入',
  },
} as const

export const places = {
  office: ['办公区', '会议室', '茶水间', '前台', '经理室', '东侧靠窗', '培训室', '储藏室', '卫生间', '走廊'],
  common: [
    '1号楼大堂',
    '1号楼5层电梯厅',
    '1号楼9层公共卫生间',
    '1号楼12层走廊',
    '1号楼16层电梯厅',
    '1号楼18层管井',
    '2号楼大堂',
    '2号楼6层公共卫生间',
    '2号楼10层电梯厅',
    '2号楼14层走廊',
    '地下二层车库',
    '地下三层车库',
    '3号楼一层门厅',
    '4号楼前厅',
    '室外广场',
  ],
} as const

/** What a superior writes when he accepts an escalation, by the clock that was missed. */
const instructions: Readonly<Record<string, readonly string[]>> = {
  dispatch: ['立即派单，今后不得积压', '由主管代派，查明原因后报我'],
  accept: ['已电话通知班组立即接单', '改派综合工，马上到场'],
  arrive: ['先向客户致歉，十分钟内到场', '安排机动人员先行到场'],
  finish: ['加派人手，今天必须完成', '协调配件，完成后向客户当面说明'],
  callBack: ['立即补回访', '由主管亲自回访客户'],
  control: ['停用该区域，先控制再维修'],
  paper: ['马上补单'],
  receiptBack: ['今日送还收据并请客户签收'],
  reworkedTooOften: ['由工程部经理到现场主持返修', '更换维修人员，返修后我来验收'],
  'complaint.follow': ['客服助理立即接手，先联系客户致歉', '由主管先行跟进，十分钟内报我'],
  'complaint.firstContact': ['马上给客户回电致歉', '由主管先联系客户，说明处理时间'],
  'complaint.solve': ['责任部门负责人立即到场，一小时内给客户答复', '加派人手，我来协调，处理完向客户当面致歉'],
  'complaint.promised': ['承诺时间已过，部门经理当面向客户说明', '今天必须解决，重新约定须经我同意'],
  'complaint.sameDay': ['今日内必须有结果，各部门经理到场处理', '先给客户明确答复，明早九点向我报告进展'],
  'complaint.levelOneUnanswered': ['由我主持处理，两个部门经理马上到场'],
  'complaint.cannotSolve': ['我来协调工程部，先给客户书面说明', '请维保单位到场会诊，客户由我联系'],
  'complaint.visitInPerson': ['已约定今天当面拜访客户', '我上门向客户致歉并听取意见'],
  'complaint.neverReached': ['改为上门回访'],
  'complaint.order': ['按期限书面答复，由我审稿'],
  'complaint.reply': ['今天定稿，盖章后送达'],
  'complaint.holdingReply': ['先给客户一封说明进展的回复'],
  'service-slip.accept': ['立即签收并到场', '改派当班人员接单'],
  'service-slip.finish': ['今天内完成，完成后我来复查', '加派人手，向派单人说明延误原因'],
  'service-slip.verify': ['马上验证，不得积压'],
  'service-slip.answer': ['同意改期，请告知客户'],
  'corrective-action.plan': ['今天交措施报告'],
  'corrective-action.accept': ['请今天审核'],
  'corrective-action.implement': ['按期落实，落实后拍照'],
  'corrective-action.verify': ['本周内完成效果验证'],
  'corrective-action.systemic': ['列入月度例会，部门负责人做专题整改', '同类问题全楼排查，两周后向我汇报'],
  'message.unhanded': ['马上送到本人手中', '前台离岗先转交同事'],
  'message.review': ['联系被找人确认收到'],
  'message.follow': ['立即跟进并回复来电人'],
  'enquiry.answer': ['今天必须答复客户', '转相关部门，半小时内给答复'],
  'enquiry.promised': ['立即回电说明'],
  'opinion.answer': ['请部门今天答复'],
  'opinion.feedback': ['马上反馈客户'],
  'opinion.confirm': ['再联系一次客户'],
}

/** A later round of a clock is called `clock:2`. */
export function instructionFor(process: string, cause: string, luck: Chance): string {
  const name = cause.split(':')[0] ?? ''
  return luck.pick(instructions[`${process}.${name}`] ?? instructions[name] ?? ['立即处理'])
}
