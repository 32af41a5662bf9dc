/**
 * 维修服务项目表及收费标准: the 44 items with which the price list begins (domain §3.4). Labour only unless it includes
 * material. Prices are sample prices in fen for one unit; from then on the list is kept in the house, by versions.
 */
import type { PriceSpec } from '#kernel/ledger/price-view.ts'

type Extra = Partial<Pick<PriceSpec, 'secondPriceFen' | 'minimum' | 'includesMaterial' | 'noteZh' | 'noteEn'>>

export const repairPrices: readonly PriceSpec[] = [
  item('R01', '更换日光灯管/LED灯管', 'Replace fluorescent or LED tube', '支', 'tube', 1500, 15, {
    noteZh: '客户区',
    noteEn: 'tenant areas',
  }),
  item('R02', '更换镇流器/驱动', 'Replace ballast or driver', '个', 'piece', 2000, 25),
  item('R03', '更换筒灯/射灯', 'Replace downlight or spotlight', '个', 'piece', 1500, 15, {
    secondPriceFen: 3500,
    noteZh: '安装高度 3 m 以上每个 35 元（+20 元）',
    noteEn: '35 yuan each above 3 m (20 more)',
  }),
  item('R04', '更换开关/插座面板', 'Replace switch or socket plate', '个', 'piece', 2000, 20),
  item('R05', '新增明装插座/移位', 'Add or move surface-mounted socket', '位', 'point', 6000, 60, {
    noteZh: '需用电审批',
    noteEn: 'needs approval of the electrical load',
  }),
  item('R06', '新增暗装插座(轻质墙)', 'Add flush socket (light partition)', '位', 'point', 12000, 120, {
    noteZh: '需图纸备案',
    noteEn: 'drawing must be filed',
  }),
  item('R07', '更换空气开关(单极)', 'Replace circuit breaker (single pole)', '个', 'piece', 3000, 30),
  item('R08', '更换漏电保护开关', 'Replace residual-current breaker', '个', 'piece', 4000, 40),
  item('R09', '线路短路/漏电检查', 'Trace short circuit or earth leakage', '次', 'visit', 8000, 60, {
    noteZh: '修复另计',
    noteEn: 'repair charged separately',
  }),
  item('R10', '室内布线(明线槽)', 'Indoor wiring (surface trunking)', '米', 'metre', 1500, 15),
  item('R11', '电话/网络点位安装', 'Install telephone or network point', '点', 'point', 8000, 60),
  item('R12', '电话/网络线路检测', 'Test telephone or network line', '次', 'visit', 4000, 30),
  item('R13', '更换配电箱门锁', 'Replace lock of distribution box', '个', 'piece', 3000, 20),
  item('R14', '更换水龙头', 'Replace tap', '个', 'piece', 3000, 30),
  item('R15', '更换角阀/软管', 'Replace angle valve or hose', '个', 'piece', 3000, 30),
  item('R16', '疏通洗手盆/地漏', 'Unblock wash-basin or floor drain', '次', 'visit', 6000, 40),
  item('R17', '疏通坐便器/小便斗', 'Unblock toilet or urinal', '次', 'visit', 8000, 60),
  item('R18', '机械疏通管道', 'Unblock pipe by machine', '次', 'visit', 15000, 90),
  item('R19', '更换坐便器配件', 'Replace toilet fittings', '套', 'set', 5000, 45),
  item('R20', '安装饮水机/净水器接口', 'Connect water dispenser or purifier', '台', 'unit', 6000, 60),
  item('R21', '修补漏水接头', 'Mend leaking joint', '处', 'place', 4000, 40),
  item('R22', '清洗风机盘管滤网', 'Clean fan-coil filter', '台', 'unit', 3000, 20, {
    noteZh: '计划内免费',
    noteEn: 'free when part of the plan',
  }),
  item('R23', '温控面板更换', 'Replace thermostat panel', '个', 'piece', 4000, 30),
  item('R24', '风机盘管电机检修', 'Overhaul fan-coil motor', '台', 'unit', 12000, 90, {
    noteZh: '质保/公共免费',
    noteEn: 'free under warranty and in common areas',
  }),
  item('R25', '空调风口移位', 'Move air-conditioning outlet', '个', 'piece', 15000, 120, {
    noteZh: '需图纸',
    noteEn: 'needs a drawing',
  }),
  item('R26', '新增排风扇安装', 'Install additional exhaust fan', '台', 'unit', 10000, 90),
  item('R27', '门锁更换(球形/执手)', 'Replace door lock (knob or lever)', '把', 'lock', 6000, 40),
  item('R28', '锁芯更换/增配钥匙', 'Replace lock cylinder / cut extra key', '把', 'lock or key', 4000, 30, {
    secondPriceFen: 1000,
    noteZh: '锁芯 40 元，增配钥匙每把 10 元；需授权',
    noteEn: 'cylinder 40 yuan, extra key 10 yuan each; needs authorisation',
  }),
  item('R29', '开锁', 'Open locked door', '次', 'visit', 8000, 30, {
    noteZh: '核身份+授权',
    noteEn: 'identity and authorisation are checked',
  }),
  item('R30', '闭门器安装/调整', 'Install / adjust door closer', '个', 'piece', 5000, 40, {
    secondPriceFen: 2000,
    noteZh: '安装 50 元，调整 20 元',
    noteEn: 'installing 50 yuan, adjusting 20 yuan',
  }),
  item('R31', '地弹簧更换', 'Replace floor spring', '个', 'piece', 15000, 90),
  item('R32', '玻璃门调整', 'Adjust glass door', '扇', 'leaf', 6000, 40),
  item('R33', '更换玻璃', 'Replace glass', '㎡', 'm²', 10000, 120, {
    noteZh: '材料另计',
    noteEn: 'material charged separately',
  }),
  item('R34', '百叶/窗帘安装', 'Install blind or curtain', '幅', 'piece', 5000, 40),
  item('R35', '矿棉板更换', 'Replace mineral-wool ceiling tile', '块', 'tile', 1500, 10),
  item('R36', '吊顶修补', 'Mend suspended ceiling', '㎡', 'm²', 8000, 90),
  item('R37', '墙面修补刷漆', 'Mend and paint wall', '㎡', 'm²', 3500, 40, {
    minimum: '3',
    noteZh: '最低 3 ㎡',
    noteEn: 'at least 3 m²',
  }),
  item('R38', '地毯块更换', 'Replace carpet tile', '块', 'tile', 2000, 10),
  item('R39', '墙面打孔/挂画/白板', 'Drill wall, hang picture or whiteboard', '处', 'place', 2000, 15),
  item('R40', '家具拆装搬运', 'Dismantle, assemble or move furniture', '人·h', 'person-hour', 6000, 60),
  item('R41', '地毯清洗', 'Clean carpet', '㎡', 'm²', 600, 2, {
    minimum: '50',
    includesMaterial: true,
    noteZh: '含料，最低 300 元（50 ㎡）',
    noteEn: 'material included; at least 300 yuan (50 m²)',
  }),
  item('R42', '石材晶面', 'Crystallise stone floor', '㎡', 'm²', 1500, 5, {
    minimum: '50',
    includesMaterial: true,
    noteZh: '含料，最低 50 ㎡',
    noteEn: 'material included; at least 50 m²',
  }),
  item('R43', '室内玻璃清洁', 'Clean indoor glass', '㎡', 'm²', 500, 3),
  item('R44', '非工作时间上门加班费', 'Call-out outside working hours', '次', 'visit', 5000, null, {
    noteZh: '18:00–8:00、节假日',
    noteEn: '18:00–8:00 and public holidays',
  }),
]

function item(
  code: string,
  nameZh: string,
  nameEn: string,
  unitZh: string,
  unitEn: string,
  priceFen: number,
  minutes: number | null,
  extra: Extra = {},
): PriceSpec {
  const plain = { secondPriceFen: null, minimum: null, includesMaterial: false, noteZh: '', noteEn: '' }
  return { code, nameZh, nameEn, unitZh, unitEn, priceFen, minutes, ...plain, ...extra }
}
