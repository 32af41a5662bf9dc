/**
 * The 60 companies of domain §12.4, all fictional: name, English name, trade, units, first and last day of the lease counted
 * from the demo's base date, people. Codes T001 to T060 follow from the order.
 */
export const baseDate = '2026-11-23'

export const customerList = [
  '衡岳澜资产管理（北京）有限公司|Hengyuelan Asset Management|资产管理|1-1901~08 1-2001~08|2024-01-01|2028-12-31|260',
  '北京砚溪律师事务所|Yanxi Law Firm|法律服务|1-1801~08|2023-07-01|2028-06-30|120',
  '澄霁信息技术有限公司|Chengji Information Technology|软件|1-1701~06|2024-03-01|2027-02-28|110',
  '北京枫杳咨询有限公司|Fengyao Consulting|管理咨询|1-1707~08|2025-05-01|2027-04-30|32',
  '鸿渐屿证券投资咨询有限公司|Hongjianyu Securities Advisory|证券咨询|1-1601~04|2024-09-01|2027-08-31|75',
  '北京镜泊会计师事务所（普通合伙）|Jingpo Certified Public Accountants|会计审计|1-1605~08|2023-11-01|2026-12-23|68',
  '瀚栎能源科技股份有限公司|Hanli Energy Technology|能源|1-1501~08|2022-12-01|2027-11-30|130',
  '北京棠梨文化传播有限公司|Tangli Culture Media|文化传媒|1-1401~02|2025-09-01|2027-08-31|30',
  '沐衍生物医药（北京）有限公司|Muyan Biopharma Beijing|医药|1-1403~05|2024-06-01|2027-05-31|48',
  '北京岚楫供应链管理有限公司|Lanji Supply Chain|供应链|1-1406~08|2024-04-15|2027-04-14|45',
  '越图阁国际贸易有限公司|Yuetuge International Trading|国际贸易|1-1301~04|2025-01-01|2027-12-31|60',
  '北京苜光广告有限公司|Muguang Advertising|广告|1-1305~06|2025-03-01|2027-02-28|28',
  '泓钧昱保险经纪有限公司|Hongjunyu Insurance Brokers|保险经纪|1-1201~08|2023-04-01|2028-03-31|140',
  '北京霁禾人力资源服务有限公司|Jihe Human Resources|人力资源|1-1101~03|2025-06-01|2027-05-31|42',
  '拓榆网络科技有限公司|Tuoyu Network|互联网|1-1104~05|2025-08-01|2027-07-31|36',
  '北京墨竺工业设计有限公司|Mozhu Industrial Design|设计|1-1106|2025-10-01|2026-12-31|16',
  '陇枢矿业投资有限公司|Longshu Mining Investment|矿业投资|1-1107~08|2024-11-01|2027-10-31|25',
  '北京绥野新材料技术有限公司|Suiye New Materials|新材料|1-1001~05|2024-02-01|2027-01-31|72',
  '觅云栈数据服务有限公司|Miyunzhan Data Services|数据服务|1-1006~08|2025-02-01|2028-01-31|50',
  '北京晏清教育咨询有限公司|Yanqing Education Consulting|教育咨询|1-0901~02|2025-07-01|2027-06-30|26',
  '弘檀艺术品鉴定有限公司|Hongtan Art Appraisal|艺术品|1-0903|2025-04-01|2027-03-31|10',
  '北京澈野环境工程有限公司|Cheye Environmental Engineering|环保工程|1-0904~06|2024-07-01|2027-06-30|44',
  '远岫航旅服务有限公司|Yuanxiu Travel Services|旅行服务|1-0801~04|2025-01-01|2027-12-31|58',
  '北京芷衡检测技术有限公司|Zhiheng Testing|检测认证|1-0805|2025-11-01|2027-10-31|14',
  '拾渡影视文化（北京）有限公司|Shidu Film & TV|影视|1-0806~07|2025-05-15|2027-05-14|22',
  '北京栖桐商标代理有限公司|Qitong Trademark Agency|知识产权|1-0808|2025-12-01|2027-11-30|15',
  '榷川金属材料有限公司|Quechuan Metals|金属贸易|1-0701~02|2024-10-01|2027-09-30|24',
  '北京星垣软件技术有限公司|Xingyuan Software|软件|1-0703~06|2024-08-01|2027-07-31|65',
  '朴山餐饮管理有限公司|Pushan Catering Management|餐饮管理|1-0707~08|2026-10-15|2029-10-14|0',
  '北京予澜公益基金会|Yulan Foundation|公益组织|1-0601|2025-09-01|2027-08-31|12',
  '柏序工程造价咨询有限公司|Boxu Cost Consulting|工程咨询|1-0602~03|2024-05-01|2027-04-30|27',
  '北京浔阳江电子商务有限公司|Xunyangjiang E-Commerce|电子商务|1-0604~05|2025-06-01|2027-05-31|34',
  '塬启农业科技有限公司|Yuanqi AgriTech|农业科技|1-0501~03|2025-03-15|2028-03-14|38',
  '北京乔予室内设计有限公司|Qiaoyu Interior Design|设计|1-0504|2026-01-01|2027-12-31|12',
  '迢禾物流信息有限公司|Tiaohe Logistics Information|物流信息|1-0401~02|2025-10-01|2027-09-30|29',
  '北京颐朗健康管理有限公司|Yilang Health Management|健康管理|1-0403~04|2026-03-01|2029-02-28|26',
  '曜石湾基金管理有限公司|Yaoshiwan Fund Management|基金管理|2-1701~06 2-1801~06|2023-01-01|2027-12-31|150',
  '北京临沧海律师事务所|Lincanghai Law Office|法律服务|2-1601~06|2024-06-01|2029-05-31|85',
  '逐鹿原半导体设计有限公司|Zhuluyuan Semiconductor Design|集成电路|2-1501~03|2025-01-01|2027-12-31|55',
  '北京澹宁投资顾问有限公司|Danning Investment Advisory|投资顾问|2-1504~06|2024-12-01|2026-12-31|40',
  '瑜衡医疗器械有限公司|Yuheng Medical Devices|医疗器械|2-1401~06|2024-03-01|2027-02-28|78',
  '北京卷耳出版服务有限公司|Juan’er Publishing Services|出版|2-1301~02|2025-08-01|2027-07-31|24',
  '桐庐渡品牌管理有限公司|Tongludu Brand Management|品牌管理|2-1303~04|2025-05-01|2027-04-30|30',
  '衍墨云计算（北京）有限公司|Yanmo Cloud Beijing|云计算|2-1201~06|2023-09-01|2028-08-31|105',
  '北京陌上桑服饰有限公司|Moshangsang Apparel|服饰|2-1101~02|2025-11-15|2027-11-14|20',
  '汀洲航空技术服务有限公司|Tingzhou Aviation Services|航空服务|2-1103~05|2024-10-01|2027-09-30|46',
  '北京青阙建筑设计有限公司|Qingque Architecture|建筑设计|2-1001~04|2025-02-01|2028-01-31|62',
  '澜沧渡跨境支付服务有限公司|Lancangdu Cross-border Payments|支付服务|2-1005~06|2025-07-01|2027-06-30|26',
  '北京寻檐旅居咨询有限公司|Xunyan Travel Consulting|旅居咨询|2-0901|2026-02-01|2028-01-31|12',
  '砺川安全技术有限公司|Lichuan Safety Technology|安全技术|2-0902~03|2025-12-01|2027-11-30|28',
  '北京阑珊会展服务有限公司|Lanshan Exhibition Services|会展|2-0801~03|2023-12-01|2026-11-30|36',
  '云梯峪人工智能有限公司|Yuntiyu AI|人工智能|2-0701~02|2026-12-01|2029-11-30|0',
  '北京沧溟海事技术有限公司|Cangming Maritime Technology|海事技术|2-0601~06|2024-01-15|2027-01-14|70',
  '德舆村镇银行股份有限公司金融街支行|Deyu Rural Bank Branch|银行网点|1-0101~02|2023-01-01|2027-12-31|25',
  '山岚咖啡（北京）有限公司|Shanlan Coffee|咖啡|1-0103|2025-04-01|2028-03-31|8',
  '百味廊餐饮（北京）有限公司|Baiweilang Restaurant|餐饮|1-0201~03|2024-05-01|2029-04-30|45',
  '邻里仓便利连锁有限公司|Linlicang Convenience|便利店|2-0101|2024-08-01|2027-07-31|6',
  '禾木体检门诊部（北京）有限公司|Hemu Health Check Clinic|体检|2-0201~03|2024-03-01|2029-02-28|40',
  '京畿悦庭酒店管理有限公司|Jingji Yueting Hotel Management|酒店运营|3-ALL|2022-01-01|2031-12-31|320',
  '梨苑剧场运营（北京）有限公司|Liyuan Theatre Operations|剧院运营|4-ALL|2022-01-01|2031-12-31|110',
] as const

export const vips: readonly string[] = ['T001', 'T037']
/** Their authorised person did not agree to charges on account: those in arrears or in dispute, and the newest. */
export const payAtOnce: readonly string[] =
  'T008 T012 T016 T022 T029 T031 T043 T048 T051 T052 T055 T057 T059 T060'.split(' ')
/** Staff who read English. */
export const bilingual: readonly string[] = ['T011']
