/** Filled-in papers that the tests print: an ordinary one of each kind, to be changed as a test needs. */
import type { Copy, Field, Paper } from '../paper.ts'

export const blankPaper: Paper = {
  company: '光大物业管理有限公司',
  title: '工程维修单',
  number: 'GW-2026-0001',
  numberLabel: '编号',
  version: 'F-30 · 版本 1.0',
  pageOf: '第 {page} 页 / 共 {pages} 页',
  printed: '打印 2026-11-24 14:02 · 陈晓雯',
  cancelled: null,
  marks: [],
  copies: [],
  fields: {},
  tables: {},
  notes: [],
  corrections: [],
}

const handed = { label: '已送达', on: false }
export const fourCopies: readonly Copy[] = [
  {
    label: '第一联 存根',
    colour: 'white',
    colourName: '（白）',
    goesTo: '客服部',
    handed: { ...handed, on: true },
    mark: null,
  },
  { label: '第二联 工程', colour: 'yellow', colourName: '（黄）', goesTo: '工程部', handed, mark: null },
  { label: '第三联 财务', colour: 'red', colourName: '（红）', goesTo: '计划财务部', handed, mark: null },
  { label: '第四联 客户', colour: 'green', colourName: '（绿）', goesTo: '客户', handed, mark: null },
]

export const said = (label: string, value: string | null): Field => ({ label, value })
export const choice = (label: string, options: readonly string[], chosen: string): Field => ({
  label,
  ticks: options.map((option) => ({ label: option, on: option === chosen })),
})

export const lineOf = (name: string, spec: string, quantity: string, price: string, sum: string) => [
  name,
  spec,
  quantity,
  price,
  sum,
]

export const slip: Paper = {
  ...blankPaper,
  copies: fourCopies,
  fields: {
    customer: said('客户', '北京远山信息技术有限公司'),
    unit: said('单元', '1-1503'),
    reporter: said('报修人', '翀 (行政)'),
    phone: said('电话', '010-8800 1503'),
    reportedAt: said('报修时间', '2026-11-24 09:12'),
    channel: said('报修渠道', '电话'),
    category: said('类别', '强电照明'),
    place: said('位置', '开放办公区东侧'),
    priority: choice('优先级', ['P1 紧急', 'P2 急', 'P3 一般', 'P4 预约'], 'P2 急'),
    charging: choice('收费', ['无偿', '有偿'], '有偿'),
    problem: said('报修内容', '东侧第三排灯盘两支灯管不亮，其中一支有焦味，已请员工离开该区域。'),
    photos: said('照片', '2 张'),
    quote: said('报价', '¥86.00'),
    consent: said('客户同意', '电话 王海 09:20'),
    appointment: said('预约时间', '2026-11-24 09:30 – 10:00'),
    dispatchedBy: said('派单人', '陈晓雯'),
    receivedBy: said('工程签收', '赵国强 09:22'),
    acceptedAt: said('接单时间', '2026-11-24 09:23'),
    arrivedAt: said('到场时间', '2026-11-24 09:34'),
    workers: said('维修人', '李堃、周犇'),
    ownMaterials: choice('自备材料', ['是', '否'], '否'),
    materialsCheck: said('材料验证', null),
    labourFee: said('工时费', '¥40.00'),
    materialFee: said('材料费', '¥46.00'),
    total: { label: '合计', amount: { figures: '¥86.00', words: '捌拾陆元整' } },
    workDone: said('维修结果', '更换 LED 灯管两支，检查镇流器与接线，试亮三十分钟正常。'),
    finishedAt: said('完成时间', '2026-11-24 10:05'),
    acceptance: said('验收意见', '已试亮，同意验收'),
    satisfaction: choice('满意度', ['满意', '基本满意', '不满意'], '满意'),
    customerSignature: { label: '客户签名', signature: { name: '王海', at: '2026-11-24 10:08', picture: null } },
    callBack: said('回访', '陈晓雯 2026-11-24 10:31 电话'),
    receipt: said('收据号', 'SJ-2026-0107'),
    archivedBy: said('归档人', '刘敏'),
    callBackOpinion: said('回访意见', '及时、态度好，无其他意见'),
  },
  tables: {
    materials: {
      label: null,
      columns: [
        { label: '材料名称', share: 4 },
        { label: '规格', share: 3 },
        { label: '数量', share: 1.4, align: 'right' },
        { label: '单价', share: 1.6, align: 'right' },
        { label: '小计', share: 1.6, align: 'right' },
      ],
      rows: [
        lineOf('LED 灯管', 'T8 1.2 m 18 W 4000 K', '2 支', '21.00', '42.00'),
        lineOf('灯脚', 'G13', '1 对', '4.00', '4.00'),
      ],
    },
  },
  notes: ['保修：更换部件自完成之日起三个月。'],
}

const marks = (label: string, chosen: number): Field => choice(label, ['1', '2', '3', '4', '5'], String(chosen))

export const dailyRegister: Paper = {
  ...blankPaper,
  title: '报修记录表',
  number: null,
  version: 'F-31 · 版本 1.0',
  fields: {
    date: said('日期', '2026-11-24 星期二'),
    registered: said('登记', '46 件'),
    finished: said('完成', '41 件'),
    calledBack: said('已回访', '39 件'),
    compiledBy: { label: '制表', signature: { name: '陈晓雯', at: '2026-11-24 18:02', picture: null } },
    checkedBy: { label: '复核', signature: { name: '', at: null, picture: null } },
  },
  tables: {
    repairs: {
      label: null,
      columns: [
        { label: '序号', share: 0.9, align: 'center' },
        { label: '时间', share: 1.1, align: 'center' },
        { label: '客户', share: 4 },
        { label: '内容', share: 6.5 },
        { label: '单号', share: 2.6 },
        { label: '送达时间', share: 1.5, align: 'center' },
        { label: '工程签收', share: 1.6 },
        { label: '完成时间', share: 1.5, align: 'center' },
        { label: '回访结果', share: 1.7 },
        { label: '备注', share: 2.4 },
      ],
      rows: Array.from({ length: 46 }, (_, at) => [
        String(at + 1),
        `${String(8 + Math.floor(at / 5)).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`,
        ['北京远山信息技术有限公司', '光合建筑设计事务所', '公共区域'][at % 3] ?? null,
        ['茶水间洗手盆下水慢', '会议室空调出风口滴水，地毯已湿，请带吸水机', '走廊射灯不亮'][at % 3] ?? null,
        `GW-2026-${String(at + 101).padStart(4, '0')}`,
        '09:20',
        '赵国强',
        at % 9 === 8 ? '' : '10:05',
        at % 9 === 8 ? '' : '满意',
        at % 9 === 8 ? '待料，已告知客户' : null,
      ]),
    },
  },
}

export const callBack: Paper = {
  ...blankPaper,
  title: '回访记录',
  number: 'HF-2026-0033',
  version: 'F-32 · 版本 1.0',
  fields: {
    subject: said('对象单号', 'GW-2026-0001 工程维修单'),
    customer: said('客户', '北京远山信息技术有限公司 1-1503'),
    calledAt: said('回访时间', '2026-11-24 10:31'),
    method: choice('方式', ['电话', '上门', '平台'], '电话'),
    respondent: said('被访人', '王海（行政经理）'),
    calledBy: said('回访人', '陈晓雯'),
    timeliness: marks('及时性', 5),
    attitude: marks('态度', 5),
    quality: marks('质量', 4),
    price: marks('收费', 4),
    opinion: said('意见', '到场快，收费说明清楚。希望灯盘统一换成低频闪型号。'),
    conclusion: choice('结论', ['满意', '基本满意', '不满意', '未联系上'], '满意'),
    followUp: said('处理', null),
    caller: { label: '回访人签名', signature: { name: '陈晓雯', at: '2026-11-24 10:35', picture: null } },
    checkedBy: { label: '复核', signature: { name: '', at: null, picture: null } },
  },
  tables: {
    attempts: {
      label: null,
      columns: [
        { label: '次数', align: 'center' },
        { label: '时间', share: 3 },
        { label: '电话', share: 3 },
        { label: '结果', share: 5 },
      ],
      rows: [
        ['1', '2026-11-24 10:12', '010-8800 1503', '占线'],
        ['2', '2026-11-24 10:31', '010-8800 1503', '已接通'],
      ],
    },
  },
}

export const carriedPayment: Paper = {
  ...blankPaper,
  title: '代交费登记',
  number: 'GW-2026-0001',
  numberLabel: '单号',
  version: 'F-33 · 版本 1.0',
  fields: {
    subject: said('单号', 'GW-2026-0001 工程维修单'),
    customer: said('客户', '北京远山信息技术有限公司 1-1503'),
    payer: said('交款人', '王海'),
    takenAt: said('收款时间', '2026-11-24 10:40'),
    amount: { label: '金额', amount: { figures: '¥86.00', words: '捌拾陆元整' } },
    carriedBy: { label: '代交人', signature: { name: '李堃', at: '2026-11-24 10:40', picture: null } },
    payerSignature: { label: '交款人签名', signature: { name: '', at: null, picture: null } },
    receipt: said('收据号', 'SJ-2026-0107'),
    paidInAt: said('交财务时间', '2026-11-24 11:05'),
    returnedAt: said('收据送还时间', '2026-11-24 14:20'),
    returnedTo: { label: '签收', signature: { name: '王海', at: '2026-11-24 14:20', picture: null } },
    remark: said('备注', null),
  },
}

export const receipt: Paper = {
  ...blankPaper,
  title: '收据',
  number: 'SJ-2026-0107',
  version: 'SJ · 版本 1.0',
  copies: [
    { label: '第一联 存根', colour: 'white', colourName: '（白）', goesTo: '财务部', handed, mark: null },
    { label: '第二联 收据', colour: 'red', colourName: '（红）', goesTo: '交款人', handed, mark: null },
  ],
  fields: {
    payer: said('交款人', '北京远山信息技术有限公司'),
    receivedOn: said('收款日期', '2026-11-24'),
    customer: said('客户', '北京远山信息技术有限公司'),
    unit: said('单元', '1-1503'),
    total: { label: '合计', amount: { figures: '¥12,386.00', words: '壹万贰仟叁佰捌拾陆元整' } },
    method: said('收款方式', '银行转账'),
    reference: said('流水号', '20261124010599887766'),
    against: said('对应单据', 'ZD-2026-0211'),
    cashier: { label: '收款人', signature: { name: '孙丽', at: '2026-11-24 11:05', picture: null } },
    payerSignature: { label: '交款人签名', signature: { name: '', at: null, picture: null } },
    received: said('收讫章', ''),
  },
  tables: {
    paid: {
      label: null,
      columns: [
        { label: '项目', share: 4 },
        { label: '期间', share: 4 },
        { label: '单据', share: 3 },
        { label: '金额', share: 2, align: 'right' },
      ],
      rows: [
        ['物业服务费', '2026-11-01 – 2026-11-30', 'ZD-2026-0211', '12,300.00'],
        ['维修费', null, 'GW-2026-0001', '86.00'],
      ],
    },
  },
  notes: ['本收据不作报销凭证，发票请向财务部申请。'],
}
