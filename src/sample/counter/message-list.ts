/* Messages: what a caller wants passed on, and how. `t` for somebody of a tenant, `s` for one of the house. */
export const messageList = [
  't|请回电，投标文件下午四点截止|pleaseCall',
  't|约好的面谈改到周四上午十点，请确认|pleaseCall',
  't|样品已寄出，运单尾号0318|justTell',
  't|合同盖章版放在前台，请来取|justTell',
  't|发票抬头有误，请联系我更正|pleaseCall',
  't|下午三点的会议改线上，链接已发邮件|urgent',
  't|明天上门安装设备，需要车位一个|pleaseCall',
  't|已到楼下，电话打不通，请接一下|urgent',
  't|体检报告可以领取了|justTell',
  't|周五聚餐地点改到二号楼二层|justTell',
  't|晚些时候会再来电谈续约|willCallAgain',
  't|机票已出，行程单发到邮箱|justTell',
  't|快递放在邮件分拣室，需本人签收|justTell',
  't|请尽快回电，客户在等报价|urgent',
  't|询问上次提案的进展，请回电|pleaseCall',
  't|家里有急事，请立即回电|urgent',
  's|咨询装修押金退还进度，请回电|pleaseCall',
  's|维保单位周三上午来做电梯年检|justTell',
  's|供应商送绿植，周二上午到|justTell',
  's|上次反映的车位问题，想听处理结果|pleaseCall',
  's|想约时间看1号楼的空置单元|pleaseCall',
  's|消防支队周四来检查，请准备资料|urgent',
] as const

export const englishMessages = [
  't|Please call back about the lease draft before five.|pleaseCall',
  't|Our visitors arrive at Terminal 3 at 14:20; the driver needs your plate number.|urgent',
] as const

/** Who calls from outside: name and company, all invented. */
export const callers = [
  '罗宇航|北京沐川会展有限公司',
  '陶静仪|上海宁舟咨询有限公司',
  '丁振华|天津远桥物流有限公司',
  '纪晓岚|北京知白文化有限公司',
  '苗立群|广州启明检测有限公司',
  '祁文远|北京合众设备有限公司',
  '曲佳宁|深圳云岭软件有限公司',
  '管志强|河北北塬建材有限公司',
  '霍思琪|北京四海商旅有限公司',
  '屈明朗|南京澄湖律师事务所',
  '柴雨薇|北京尚品文具有限公司',
  '单国峰|北京安捷电梯维保有限公司',
] as const
export const englishCallers = ['Martin Keller|Keller Advisory GmbH', 'Sarah Whitfield|Northgate Partners'] as const
