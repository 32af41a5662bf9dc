import type { Both } from '#lib/language.ts'
import type { Column, FaultCode } from './rules.ts'
import type { Outcome, Shift, Tally } from './slip.ts'

/** The call screen in both languages. */
export const words = {
  name: { zh: '来电', en: 'Call' },
  title: { zh: '接听来电', en: 'Call screen' },
  find: { zh: '来电号码、姓名、单元或拼音', en: 'Number, name, unit or pinyin' },
  who: { zh: '来电人', en: 'Caller' },
  phone: { zh: '来电号码', en: 'Number of the caller' },
  company: { zh: '来电单位', en: 'Company of the caller' },
  another: { zh: '换一个来电', en: 'Next call' },
  unknown: { zh: '没有登记的来电', en: 'A caller we do not know' },
  unknownHelp: {
    zh: '请问清姓名、单位和电话，再开单。',
    en: 'Ask for name, company and number, then open a slip.',
  },
  openCases: { zh: '未结的单据', en: 'Open slips' },
  noOpen: { zh: '没有未结的单据', en: 'No open slips' },
  allOf: (name: string, count: number): Both => ({ zh: `${name} ${count} 张未结`, en: `${name}: ${count} open` }),
  lastCases: { zh: '最近已结', en: 'Lately closed' },
  toCard: { zh: '客户卡', en: 'Customer card' },
  contacts: { zh: '联系人', en: 'Contacts' },
  csa: { zh: '客服助理', en: 'Assistant' },
  units: { zh: '单元', en: 'Units' },
  vip: { zh: 'VIP 客户', en: 'VIP' },
  openNew: { zh: '开单', en: 'Open a slip' },
  openFor: (name: string): Both => ({ zh: `为来电开${name}单`, en: `New ${name.toLowerCase()} for the caller` }),
  keysGroup: { zh: '来电', en: 'Call' },
  begin: {
    zh: '电话响三声之内接起，先问好，再输入号码或姓名。',
    en: 'Answer within three rings, greet first, then type the number or name.',
  },
  situation: { zh: '场景', en: 'Situation' },
  // figures
  figures: { zh: '接听情况', en: 'How calls were answered' },
  today: { zh: '今天', en: 'Today' },
  month: { zh: '近 30 天', en: 'Last 30 days' },
  day: { zh: '日期', en: 'Day' },
  shift: { zh: '班次', en: 'Shift' },
  operator: { zh: '话务员', en: 'Operator' },
  ringRate: (rings: number): Both => ({ zh: `${rings} 声内接听`, en: `Answered within ${rings} rings` }),
  voiceMailRate: (rings: number): Both => ({ zh: `录音 ${rings} 声内`, en: `Voice mail within ${rings} rings` }),
  holdRate: (seconds: number): Both => ({ zh: `等待不超过 ${seconds} 秒`, en: `Held ${seconds} s at most` }),
  unansweredCount: { zh: '未接', en: 'Unanswered' },
  ofWhole: (part: number, whole: number): Both => ({ zh: `${part} / ${whole} 次`, en: `${part} of ${whole}` }),
  target: (percent: string): Both => ({ zh: `目标 ${percent}`, en: `Target ${percent}` }),
  noCalls: { zh: '还没有登记', en: 'Nothing counted yet' },
  fromExchange: { zh: '话机记录', en: 'Exchange' },
  byHand: { zh: '人工登记', en: 'By hand' },
  source: { zh: '来源', en: 'Source' },
  byDay: { zh: '每日明细', en: 'Day by day' },
  byShift: { zh: '当班登记', en: 'By shift' },
  // counting
  count: { zh: '登记本班', en: 'Count my shift' },
  countTitle: { zh: '当班来电登记', en: 'Calls of a shift' },
  countHelp: {
    zh: '同一天同一班再次登记即为更正，原数保留。有话机记录的日子以话机记录为准。',
    en: 'Counting the same shift again corrects it; the earlier figures are kept. Days with records of the exchange go by those.',
  },
  note: { zh: '备注', en: 'Note' },
  forOther: { zh: '话务员（不选即本人）', en: 'Operator (empty: myself)' },
  counted: { zh: '已登记', en: 'Counted' },
  corrected: (version: number): Both => ({ zh: `第 ${version} 次`, en: `version ${version}` }),
  // importing
  read: { zh: '导入话机记录', en: 'Import from the exchange' },
  readHelp: {
    zh: 'CSV 或 XLSX，列名：日期、时间、分机、振铃次数、等待秒数、接听（是/否/录音）。重复导入不会重复计数。',
    en: 'CSV or XLSX with the columns date, time, extension, rings, hold seconds, answered (yes/no/voicemail). Calls read twice count once.',
  },
  file: { zh: '文件', en: 'File' },
  readDone: (added: number, known: number): Both => ({
    zh: `读入 ${added} 次来电，${known} 次早已在册`,
    en: `${added} calls read, ${known} were known already`,
  }),
  readFaults: (count: number): Both => ({
    zh: `${count} 行没有读入`,
    en: count === 1 ? '1 row was not read' : `${count} rows were not read`,
  }),
  row: (row: number): Both => ({ zh: `第 ${row} 行`, en: `Row ${row}` }),
  rowNumber: { zh: '行号', en: 'Row' },
  faultFile: { zh: '下载未读入的行', en: 'Download the rows not read' },
  faultFileName: { zh: '未读入的来电', en: 'calls-not-read' },
  reason: { zh: '原因', en: 'Reason' },
  example: { zh: '下载样表', en: 'Download a sample sheet' },
} as const

export const shiftWords: Readonly<Record<Shift, Both>> = {
  day: { zh: '白班', en: 'Day' },
  evening: { zh: '晚班', en: 'Evening' },
  night: { zh: '夜班', en: 'Night' },
}

export const tallyWords: Readonly<Record<keyof Tally, (limits: Limits) => Both>> = {
  answered: () => ({ zh: '接听来电', en: 'Calls answered' }),
  answeredInTime: ({ rings }) => ({ zh: `其中 ${rings} 声内`, en: `of these within ${rings} rings` }),
  voiceMail: () => ({ zh: '转录音留言', en: 'To voice mail' }),
  voiceMailInTime: ({ voiceMailRings }) => ({
    zh: `其中 ${voiceMailRings} 声内`,
    en: `of these within ${voiceMailRings} rings`,
  }),
  held: () => ({ zh: '请客户等待', en: 'Put on hold' }),
  heldInTime: ({ holdSeconds }) => ({ zh: `其中不超过 ${holdSeconds} 秒`, en: `of these ${holdSeconds} s at most` }),
  unanswered: () => ({ zh: '未接来电', en: 'Unanswered' }),
}
interface Limits {
  readonly rings: number
  readonly voiceMailRings: number
  readonly holdSeconds: number
}

export const columnWords: Readonly<Record<Column, Both>> = {
  date: { zh: '日期', en: 'Date' },
  time: { zh: '时间', en: 'Time' },
  extension: { zh: '分机', en: 'Extension' },
  rings: { zh: '振铃次数', en: 'Rings' },
  hold: { zh: '等待秒数', en: 'Hold seconds' },
  answered: { zh: '接听', en: 'Answered' },
}
export const outcomeWords: Readonly<Record<Outcome, Both>> = {
  answered: { zh: '是', en: 'yes' },
  voiceMail: { zh: '录音', en: 'voicemail' },
  unanswered: { zh: '否', en: 'no' },
}

export const faultWords: Readonly<Record<FaultCode, Both>> = {
  date: { zh: '日期看不懂', en: 'The date cannot be read' },
  time: { zh: '时间看不懂', en: 'The time cannot be read' },
  future: { zh: '时间在将来', en: 'The call lies in the future' },
  extension: { zh: '分机应为 1 到 8 位数字', en: 'The extension must be 1 to 8 figures' },
  rings: { zh: '振铃次数应为 0 到 200 的整数', en: 'Rings must be a whole number from 0 to 200' },
  hold: { zh: '等待秒数应为 0 到 36000 的整数', en: 'Hold seconds must be a whole number from 0 to 36000' },
  outcome: { zh: '接听一栏应为是、否或录音', en: 'Answered must be yes, no or voicemail' },
}

export const callRefusals = {
  noFile: { zh: '请选择一个文件。', en: 'Please choose a file.' },
  notASheet: { zh: '只能读 CSV 或 XLSX 文件。', en: 'Only CSV and XLSX files can be read.' },
  tooLarge: { zh: '文件太大：最多 10 MB、10 万行。', en: 'The file is too large: 10 MB and 100,000 rows at most.' },
  empty: { zh: '文件里没有来电。', en: 'There are no calls in the file.' },
  missing: (names: Both): Both => ({ zh: `缺少列：${names.zh}`, en: `Columns are missing: ${names.en}` }),
  beyond: { zh: '“其中”不能多于总数。', en: 'A part cannot be more than the whole.' },
  future: { zh: '不能登记将来的班次。', en: 'A shift of the future cannot be counted.' },
  notOperator: {
    zh: '只能为总机、前台或客服人员登记。',
    en: 'Only shifts of the desk and the switchboard are counted.',
  },
  period: { zh: '期间最长 366 天，且起不晚于止。', en: 'A period is 366 days at most, and begins before it ends.' },
} as const

export const parameterWords = {
  rings: { zh: '电话应在几声内接听', en: 'Rings within which a call is answered' },
  voiceMailRings: { zh: '录音留言应在几声内', en: 'Rings within which voice mail answers' },
  holdSeconds: { zh: '请客户等待最多几秒', en: 'Seconds a caller is kept on hold at most' },
  target: { zh: '三声内接听率的目标', en: 'Target of calls answered in time' },
} as const satisfies Record<string, Both>
