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
export const instructions: Readonly<Record<string, readonly string[]>> = {
  dispatch: ['立即派单，今后不得积压', '由主管代派，查明原因后报我'],
  accept: ['已电话通知班组立即接单', '改派综合工，马上到场'],
  arrive: ['先向客户致歉，十分钟内到场', '安排机动人员先行到场'],
  finish: ['加派人手，今天必须完成', '协调配件，完成后向客户当面说明'],
  callBack: ['立即补回访', '由主管亲自回访客户'],
  control: ['停用该区域，先控制再维修'],
  paper: ['马上补单'],
  receiptBack: ['今日送还收据并请客户签收'],
  reworkedTooOften: ['由工程部经理到现场主持返修', '更换维修人员，返修后我来验收'],
}
