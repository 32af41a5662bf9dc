/* What the invented slips of the benchmark say: the first phrases are the most frequent ones, one is nearly never used. */

export const problems = [
  '空调不制冷',
  '空调漏水，地毯已湿',
  '空调噪音大，影响办公',
  '空调出风口积灰',
  '日光灯不亮',
  '插座没电',
  '马桶堵塞',
  '水龙头漏水',
  '门锁打不开',
  '门禁刷卡无反应',
  '网络端口不通',
  '电话没有声音',
  '窗户关不严',
  '地毯破损',
  '天花板渗水',
  '百叶帘拉不动',
  '烟感报警器误报',
  '墙面起皮',
  '办公桌抽屉卡住',
  '饮水机不出热水',
  '玻璃门下沉擦地',
  '照明跳闸',
  '下水道返味',
  '会议屏幕黑屏',
  '消防门无法复位',
  '电梯按钮失灵',
  '外墙反光刺眼',
  '地漏冒水',
  '踢脚线脱落',
  '沙发弹簧断裂',
]
export const common = '空调'
export const rare = '白蚁'
export const rareProblem = '柜脚发现白蚁'
export const absent = '鲸鱼'

export const details = [
  '请尽快处理',
  '已影响客户会谈',
  '上午十点后方便',
  '下班前来即可',
  '昨天修过一次又坏',
  '保洁发现后报来',
  '需要登高',
  '请带备件',
  '门口有人接',
  '放在前台旁边',
  '电话联系后再来',
  '已先行关闭阀门',
]
export const places = [
  '前厅',
  '大会议室',
  '小会议室',
  '茶水间',
  '总经理室',
  '财务室',
  '机房',
  '走廊',
  '卫生间',
  '员工区',
]

/** Two signs each: sixty companies are the combinations of the first with the second. */
export const houses = ['衡岳', '砚溪', '澄霁', '枫杳', '鸿渐', '镜泊', '瀚栎', '棠梨', '沐衍', '岚楫', '越图', '苜光']
export const trades = ['资产管理', '律师事务所', '信息技术', '管理咨询', '能源科技']
export const surnames = Array.from('周沈林何唐陆苏韩江白叶程毛邹方段石马宋罗谢丁贺高王李冯徐姚彭')
export const givenNames = ['启明', '若溪', '思远', '景川', '一帆', '志勇', '卫东', '建平', '明慧', '博文']
